import { testStories } from './every-story.js';

await testStories((folder) => folder === 'referral-sheet');
