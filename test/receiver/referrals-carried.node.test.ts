import { carriedContract } from './referrals-carried.js';
import { onPostgres, onSqlite } from './stores.js';

carriedContract('one receiver on SQLite', onSqlite);

carriedContract('two receivers on PostgreSQL', () => onPostgres());
