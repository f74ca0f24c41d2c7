/**
 * @tsunagu/schema/referral/transfer: a sheet across networks that do not touch, as numbered QR codes on paper. What the codes hold is written down for
 * other readers in docs/referral-files.md.
 */
export { encodeTransfer, shortId, type EncodeOptions, type Transfer, type TransferContent } from './encode.js';
export { createCollector, type Added, type Collected, type Collector, type RefusedCode, type TransferError } from './collect.js';
export { capacities, mostParts, readPart, type PartFault, type TransferKind, type TransferPart } from './frame.js';
export { handedHere, handedTo, ownCopy, type Handed, type HandedSheet } from '../handed.js';
