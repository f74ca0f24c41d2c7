import type { ConsentEvent, ConsentState, Holder } from '@tsunagu/schema/consent';
import type { Obstacle } from './locales/messages.js';
import type { Drawing } from './parts/signature.js';

/** What was decided. `record`: the whole record, to be kept in place of the old one; `events`: what is new in it, oldest first, for whoever appends. */
export interface ConsentDecideDetail {
  record: ConsentEvent[];
  events: ConsentEvent[];
  /** Where it stands now. */
  state: ConsentState;
  /** A signature written by hand. The record holds its name and hash; the picture is the host's to keep. */
  drawing?: Drawing;
}

/** What was taken back. */
export interface ConsentWithdrawDetail {
  record: ConsentEvent[];
  events: ConsentEvent[];
  state: ConsentState;
  /** Who already holds what, to be told of it; undefined when the element was not told what was sent (`shipments`). */
  reach: Holder[] | undefined;
}

/** Why nothing could be decided or recorded. Nothing was. */
export interface ConsentErrorDetail {
  reason: Obstacle;
  /** For the console; names nobody. */
  message: string;
}

/** `tsunagu-consent-decide`: given, given in part, refused or put off. A host that cannot keep it calls `showFailed()`. */
export class ConsentDecideEvent extends CustomEvent<ConsentDecideDetail> {
  constructor(detail: ConsentDecideDetail) {
    super('tsunagu-consent-decide', { bubbles: true, composed: true, detail });
  }
}

/** `tsunagu-consent-withdraw`: taken back. The desks in `reach` have to be told, and to acknowledge it. */
export class ConsentWithdrawEvent extends CustomEvent<ConsentWithdrawDetail> {
  constructor(detail: ConsentWithdrawDetail) {
    super('tsunagu-consent-withdraw', { bubbles: true, composed: true, detail });
  }
}

/** `tsunagu-consent-error`: nothing can be decided or recorded; the person sees a calm sentence and somebody to ask. */
export class ConsentErrorEvent extends CustomEvent<ConsentErrorDetail> {
  constructor(detail: ConsentErrorDetail) {
    super('tsunagu-consent-error', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tsunagu-consent-decide': ConsentDecideEvent;
    'tsunagu-consent-withdraw': ConsentWithdrawEvent;
    'tsunagu-consent-error': ConsentErrorEvent;
  }
}
