export { WindowFinder } from './window-finder.js';
export { WindowSelectEvent } from './window-finder.events.js';
export type { FinderTexts } from './locales/index.js';
export type { FinderMessages } from './locales/messages.js';
