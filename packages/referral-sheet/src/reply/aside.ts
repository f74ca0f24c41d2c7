/** What a reply needs only now and then. Fetched by a desk that waits for another's answer, and by one that passes a sheet on. */
export { detour } from './detour.js';
export { heardReply } from './heard.js';
