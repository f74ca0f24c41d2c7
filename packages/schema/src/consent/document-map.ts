/** Which field of a document is which item of a consent. What no rule leads to belongs to no item, and is never shared. */
import type { ItemId } from './choices.js';

export type Leaf = string | number | boolean | null;

/** A field that is shared when its item is. */
export interface ItemRule {
  /** JSON Pointer of a single value; `*` stands for any place in a list: `/contact/phone`, `/topics/*`. */
  path: string;
  item: string;
  /**
   * A further item that this very value belongs to: the worry `debt` is both a worry and a debt. Shared only when both are. `entry`: the innermost
   * list's entry around it, where that says the item (an attachment).
   */
  also?: (value: Leaf, entry?: unknown) => string | undefined;
  /**
   * The field, in the same place of the innermost list, that says whose this is: shared by that person's own record and no other. Without it the
   * value is the subject's.
   */
  whose?: string;
  /** Written freely: may speak of anything, so that somebody has to read it before it goes out. */
  free?: boolean;
}

/** A field that says nothing of anybody and travels always, if it looks as it should: a version. */
export interface FormRule {
  path: string;
  form: RegExp;
}

export type DocumentMap = readonly (ItemRule | FormRule)[];

/** The worries of the vocabulary whose very name tells an item. A finer worry (`parent/child`) goes with its parent. */
export const topicItems: Readonly<Record<string, ItemId>> = {
  'illness-disability': 'health',
  housing: 'housing',
  income: 'income',
  'rent-loan': 'debt',
  'tax-utilities': 'debt',
  debt: 'debt',
  'job-search': 'work',
  'work-trouble': 'work',
  'community-relations': 'isolation',
  'family-relations': 'household',
  'child-rearing': 'children',
  care: 'care',
  'hikikomori-truancy': 'isolation',
  'dv-abuse': 'violence',
  'no-food': 'income',
};

/** The item of a topic id, besides `worries`; undefined for `other` and for what a city added. */
export function itemOfTopic(topic: Leaf): string | undefined {
  const parent = typeof topic === 'string' ? topic.split('/')[0]! : '';
  return Object.hasOwn(topicItems, parent) ? topicItems[parent] : undefined;
}

const all = (item: ItemId, ...paths: string[]): ItemRule[] => paths.map((path) => ({ path, item }));
const free = (item: ItemId, ...paths: string[]): ItemRule[] => paths.map((path) => ({ path, item, free: true }));

/** The fields of a consultation (`@tsunagu/schema/consultation`). */
export const consultationMap: DocumentMap = [
  { path: '/schemaVersion', form: /^\d{1,3}\.\d{1,3}$/ },
  ...all('about', '/about/who', '/about/role', '/about/awareness'),
  ...free('about', '/about/relation'),
  { path: '/topics/*', item: 'worries', also: itemOfTopic },
  { path: '/mainTopic', item: 'worries', also: itemOfTopic },
  ...all('worries', '/since'),
  ...free('own-words', '/words'),
  ...all('urgency', '/urgency'),
  ...all('name', '/contact/nickname', '/contact/name', '/contact/kana', '/person/name', '/person/kana'),
  ...all('contact', '/contact/mode', '/contact/ways/*', '/contact/phone', '/contact/email', '/contact/fax'),
  ...all('address', '/contact/address', '/person/town'),
  ...all('safe-contact', '/contact/safeCall/voicemail', '/contact/safeCall/callerName', '/contact/safeCall/times/*'),
  ...free('safe-contact', '/contact/safeCall/callerNameText', '/contact/safeCall/never'),
  // The language somebody reads tells where they come from, or that reading is hard: it is a need, not a form.
  ...all('needs', '/language', '/needs/ids/*'),
  ...free('needs', '/needs/language', '/needs/note'),
  ...all('birth', '/person/birthDate', '/person/ageBand'),
  ...all('household', '/person/household/*/relation', '/person/household/*/age'),
  ...free('household', '/person/household/*/note'),
  ...all('history', '/window/id', '/window/name'),
];
