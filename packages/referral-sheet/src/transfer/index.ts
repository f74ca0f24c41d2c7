/**
 * @tsunagu/referral-sheet/transfer: sheets as files and codes, without DOM: what goes out for a desk, what came in, and what taking it would mean.
 *
 * ```ts
 * const file = await fileOf('csv', { value, consents, at: new Date() }, { agency: 'chiiki-houkatsu' });
 * const incoming = new Incoming(() => transferJa, () => value);
 * const heard = await incoming.code(scanned);          // heard.news: 「3枚のうち 1枚目を読み取りました。あと …」
 * if (heard.value) proposal = await propose(heard.value, value);
 * ```
 */
export { findCodes, type Picture } from './find-codes.js';
export { Incoming, type Heard } from './incoming.js';
export { codesOf, fileOf, outgoing, textOf, type OutCodes, type OutFile, type OutFor, type OutFormat, type Outgoing } from './outgoing.js';
export { propose, wordingFor, type Proposal, type ProposalKind } from './proposal.js';
export { transferTexts } from './texts.js';
export { transferJa } from '../locales/transfer.ja.js';
export type { TransferMessages } from '../locales/transfer.messages.js';
