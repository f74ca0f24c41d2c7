import type { HeardWay } from '../reply/reply-session.js';
import type { SheetMessages } from './messages.js';

/** What is said where another desk's answer is written down. Readings in Aozora notation. */
export interface HeardMessages {
  title: string;
  lead: (desk: string) => string;
  ways: Readonly<Record<HeardWay, string>>;
  writing: Readonly<Record<HeardWay, (desk: string) => string>>;
  stays: (desk: string) => string;
  /** The field for who answered. */
  name: string;
  stop: string;
  /** Instead of the reply's own. */
  reply: Pick<SheetMessages, 'choose' | 'send'>;
  sent: string;
}
