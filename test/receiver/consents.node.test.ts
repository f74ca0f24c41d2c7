import { consentContract } from './consents-contract.js';
import { onSqlite } from './stores.js';

consentContract('one receiver on SQLite', 'sqlite', onSqlite);
