import { register } from '@tsunagu/core';
import { ConsentDialog } from './consent-dialog.js';

register('tsunagu-consent-dialog', ConsentDialog);
