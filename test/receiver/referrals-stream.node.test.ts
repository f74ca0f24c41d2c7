import { quick, streamContract } from './referrals-stream.js';
import { onPostgres, onSqlite } from './stores.js';

streamContract('one receiver on SQLite', () => onSqlite({ streams: quick }));

streamContract('two receivers on PostgreSQL', () => onPostgres({ streams: quick }));
