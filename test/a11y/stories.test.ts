import { testStories } from './every-story.js';

/** Folders with a file of their own beside this one; every other folder is tested here, a new one too. */
const elsewhere = ['consent-dialog', 'consultation-form', 'referral-sheet'];

await testStories((folder) => !elsewhere.includes(folder));
