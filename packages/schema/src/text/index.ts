export { localize } from './localize.js';
export { digits, normalise, normaliseCharacters } from './normalise.js';
