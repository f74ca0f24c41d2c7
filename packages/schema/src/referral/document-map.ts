/** Which field of a sheet is which item of a consent. What no rule leads to (the salt, the basis's reasons, the source) never leaves the desk. */
import { assessmentAreas } from './choices.js';
import type { ItemId } from '../consent/choices.js';
import { itemOfTopic, type DocumentMap, type FormRule, type ItemRule, type Leaf } from '../consent/document-map.js';

const all = (item: ItemId, ...paths: string[]): ItemRule[] => paths.map((path) => ({ path, item }));
const free = (item: ItemId, ...paths: string[]): ItemRule[] => paths.map((path) => ({ path, item, free: true }));
const form = (pattern: RegExp, ...paths: string[]): FormRule[] => paths.map((path) => ({ path, form: pattern }));

const member = (item: ItemId, ...names: string[]): ItemRule[] =>
  names.map((name) => ({ path: `/household/members/*/${name}`, item, whose: 'ref' }));
const freeMember = (item: ItemId, ...names: string[]): ItemRule[] => member(item, ...names).map((rule) => ({ ...rule, free: true }));

/** A danger tells what kind of life it is: of violence, or of health. */
const dangerItems: Readonly<Record<string, ItemId>> = {
  suicide: 'health',
  'fire-medical': 'health',
  violence: 'violence',
  'child-abuse': 'violence',
  'elder-abuse': 'violence',
  'sexual-violence': 'violence',
};
const itemOfDanger = (danger: Leaf): string | undefined =>
  typeof danger === 'string' && Object.hasOwn(dangerItems, danger) ? dangerItems[danger] : undefined;

const own = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null && Object.hasOwn(entry, name) ? (entry as Record<string, unknown>)[name] : undefined;
/** An attachment goes with the item it says it speaks of; one that does not say so goes nowhere. */
const itemOfAttachment = (_value: Leaf, entry?: unknown): string => {
  const item = own(entry, 'item');
  return typeof item === 'string' ? item : 'unsaid';
};

const version = /^\d{1,3}\.\d{1,3}$/;
const id = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const ref = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const day = /^\d{4}-\d\d-\d\d$/;
/** Names of desks and of workers: they say nothing of the person. */
const name = /^[^\p{Cc}\p{Cs}]{1,300}$/u;

/** The fields of a referral sheet. */
export const referralMap: DocumentMap = [
  ...form(version, '/schemaVersion'),
  ...form(ref, '/id'),
  ...form(instant, '/createdAt'),
  ...form(/^\d{6}$/, '/city'),
  ...form(id, '/from/agency', '/to/agency', '/to/open', '/coordinator/agency', '/purpose', '/basis/kind', '/request/ids/*'),
  ...form(name, '/from/name', '/from/worker', '/from/section', '/to/name', '/coordinator/name'),
  ...form(day, '/respondBy'),
  ...form(ref, '/person/ref', '/person/consent/record'),
  ...form(/^[0-9a-f]{64}$/, '/person/consent/hash'),

  ...all('name', '/person/name', '/person/kana', '/contact/nickname', '/contact/name', '/contact/kana'),
  ...all('birth', '/person/birthDate', '/person/ageBand'),
  ...all('sex', '/person/sex'),
  ...all('address', '/person/address', '/person/town', '/contact/address'),
  ...all('contact', '/person/phones/*', '/contact/mode', '/contact/ways/*', '/contact/phone', '/contact/email', '/contact/fax'),
  ...all('safe-contact', '/contact/safeCall/voicemail', '/contact/safeCall/callerName', '/contact/safeCall/times/*'),
  ...free('safe-contact', '/contact/safeCall/callerNameText', '/contact/safeCall/never', '/safety/note'),
  { path: '/safety/dangers/*', item: 'urgency', also: itemOfDanger },
  ...all('about', '/about/who', '/about/role', '/about/awareness'),
  ...free('about', '/about/relation'),
  { path: '/topics/*', item: 'worries', also: itemOfTopic },
  { path: '/mainTopic', item: 'worries', also: itemOfTopic },
  ...all('worries', '/since'),
  ...all('urgency', '/urgency'),
  ...free('own-words', '/words'),
  ...free('wishes', '/wishes', '/refuses'),
  ...free('history', '/situation'),
  ...all('needs', '/language', '/needs/ids/*'),
  ...free('needs', '/needs/language', '/needs/note'),

  ...all('household', '/household/size'),
  ...free('household', '/household/note'),
  ...member('household', 'ref', 'relation', 'together', 'age'),
  ...member('name', 'name', 'kana'),
  ...member('birth', 'birthDate'),
  ...member('sex', 'sex'),
  ...member('work', 'work'),
  ...freeMember('health', 'health'),
  ...freeMember('care', 'care'),
  ...freeMember('household', 'note'),

  ...assessmentAreas.flatMap((area): ItemRule[] => [
    { path: `/assessment/${area}/level`, item: 'assessment', also: () => area },
    { path: `/assessment/${area}/note`, item: 'assessment', also: () => area, free: true },
  ]),
  ...free('assessment', '/assessment/view'),

  ...all('history', '/copyTo/*/agency', '/copyTo/*/name', '/supporters/*/agency', '/supporters/*/name', '/supporters/*/since'),
  ...free('history', '/supporters/*/role', '/supporters/*/note'),
  ...all('history', '/done/*/on'),
  ...free('history', '/done/*/by', '/done/*/what'),
  ...all('plan', '/request/by'),
  ...free('plan', '/request/text'),
  ...['ref', 'kind', 'item', 'hash'].map((field): ItemRule => ({
    path: `/attachments/*/${field}`,
    item: 'history',
    also: itemOfAttachment,
  })),
  ...['title', 'place'].map((field): ItemRule => ({
    path: `/attachments/*/${field}`,
    item: 'history',
    also: itemOfAttachment,
    free: true,
  })),
];
