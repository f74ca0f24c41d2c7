import { testStories } from './every-story.js';

await testStories((folder) => folder === 'consultation-form');
