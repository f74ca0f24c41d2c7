import { coreWords } from '../vocabulary/core.js';
import { moreWords } from '../vocabulary/more.js';
import { createNormaliser } from './normalise.js';

export { localize } from './localize.js';
export { createNormaliser, digits, normaliseCharacters } from './normalise.js';

/** Folds Japanese text to one form for comparing, with every reading there is (see `createNormaliser`). */
export const normalise: (text: string) => string = /* @__PURE__ */ createNormaliser(`${coreWords.readings} ${moreWords.readings}`);
