import { referralContract } from './referrals-contract.js';
import { onSqlite } from './stores.js';

referralContract('one receiver on SQLite', 'sqlite', onSqlite);
