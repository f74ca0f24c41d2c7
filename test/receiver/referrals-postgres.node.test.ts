import { referralContract } from './referrals-contract.js';
import { marked } from './referrals.js';
import { onPostgres } from './stores.js';

referralContract('two receivers on PostgreSQL', 'postgres', () => onPostgres({}, Object.values(marked)));
