import type { HeardAnswer } from '@tsunagu/schema/referral';
import type { SheetMessages } from './messages.js';

/** What the reply says now and then: where another desk's answer is written down, and where a handover goes another way. Readings in Aozora notation. */
export interface AsideMessages {
  title: string;
  lead: (desk: string) => string;
  ways: Readonly<Record<HeardAnswer['how'], string>>;
  writing: Readonly<Record<HeardAnswer['how'], (desk: string) => string>>;
  stays: (desk: string) => string;
  /** The field for who answered. */
  name: string;
  stop: string;
  /** Instead of the reply's own. */
  reply: Pick<SheetMessages, 'choose' | 'send'>;
  sent: string;
  loop: (desk: string, coordinator: string) => string;
  hops: (coordinator: string) => string;
}
