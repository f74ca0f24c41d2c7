/** Which event may follow where a consent stands. A table, so that a dialog, a server and a reader see the same rule. */
import { validStatuses, type ConsentEventType, type ConsentStatus, type ValidStatus } from './choices.js';

const answers = ['given', 'partly-given', 'refused', 'deferred'] as const;
/** While something may be shared: more may be asked (another agency is another consent), and what was given can shrink or end. */
const whileValid = ['requested', 'renewed', 'narrowed', 'withdrawn', 'terminated', 'invalidated'] as const;

/**
 * The events that may follow a status. While a question is open beside a valid consent, the answers to it may follow too.
 * An expired or terminated consent can still be withdrawn: what it let out is still out there, and the person may want it back.
 */
export const consentMoves: Readonly<Record<ConsentStatus, readonly ConsentEventType[]>> = {
  none: ['requested'],
  requested: [...answers, 'withdrawn', 'terminated', 'invalidated'],
  given: whileValid,
  'partly-given': whileValid,
  renewed: whileValid,
  narrowed: whileValid,
  refused: ['requested'],
  deferred: ['requested'],
  withdrawn: ['requested'],
  expired: ['requested', 'withdrawn', 'invalidated'],
  terminated: ['requested', 'withdrawn', 'invalidated'],
  invalidated: ['requested'],
  unknown: [],
};

export const isValidStatus = (status: ConsentStatus): status is ValidStatus => (validStatuses as readonly string[]).includes(status);

/** Events after which less may be shared than before, or as much. Nothing but a broken record ever stops them. */
export const narrowing: readonly ConsentEventType[] = ['refused', 'deferred', 'narrowed', 'withdrawn', 'terminated', 'invalidated'];

/** May `type` follow? `open`: a question waits for its answer. */
export const mayFollow = (status: ConsentStatus, type: ConsentEventType, open: boolean): boolean =>
  consentMoves[status].includes(type) || (open && (answers as readonly ConsentEventType[]).includes(type));
