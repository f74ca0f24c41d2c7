/** Phrases of opening hours ↔ weekly spans. Not needed to show whether a desk is open: that is `@tsunagu/schema/open-state`. */
export { parseHours, type ParsedHours, type ParseHoursOptions } from './parse.js';
export { formatHours } from './format.js';
