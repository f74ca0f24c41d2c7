import { consentContract } from './consents-contract.js';
import { onPostgres } from './stores.js';

consentContract('two receivers on PostgreSQL', 'postgres', () => onPostgres({}, ['立会']));
