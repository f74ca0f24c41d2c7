import type { RemovalReason } from '@tsunagu/schema/consent';

/** What the preview for one agency says. Readings in Aozora notation. */
export interface PreviewMessages {
  /** 「地域包括支援センターには、これだけが伝わります」 */
  heading: (agency: string) => string;
  /** The answers shown are not kept yet. */
  notYet: string;
  forPurposes: (purposes: readonly string[]) => string;
  nothing: string;
  /** Allowed, but nothing was written under it. */
  empty: string;
  /** Without a document: what may be told, by item alone. */
  itemsOnly: string;
  behind: string;
  behindNote: string;
  /** Why an item stays behind, after its name. */
  why: Record<RemovalReason, string>;
  /** Fields that belong to no item. */
  other: string;
  toRead: string;
  toReadMark: string;
  labelled: (label: string, text: string) => string;
  list: (items: readonly string[]) => string;
  /** What a field is called, by its path in the document's map. */
  fields: Record<string, string>;
  /** What a choice is called, by path and id. */
  choices: Record<string, Record<string, string>>;
  /** 78 → 78歳 */
  age: (age: string) => string;
  date: (date: string) => string;
}
