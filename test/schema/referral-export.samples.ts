/** Sheets whose every free word can be looked for, quick consents, and what desks get of them: shared by the tests of files and codes. */
import { itemIds, type ConsentEvent } from '@tsunagu/schema/consent';
import { parseReferral, type ReferralSheet } from '@tsunagu/schema/referral';
import { handedTo, type Handed } from '@tsunagu/schema/referral/transfer';
import fc from 'fast-check';
import { request, spoken } from './consent.samples.js';
import { A, B, C, D, days, E, fullSheet, hours, K, Way } from './referral.samples.js';

export const agencies = [B, C, D, E, K] as const;
export const refs = ['case-7-a', 'case-7-b', 'case-7-c'] as const;

/** Ids, days and numbers keep their form; every other text becomes a word of its own, beginning as a cell must not. */
const kept =
  /^\/(schemaVersion|id|salt|createdAt|city|respondBy|purpose|basis|from\/agency|to\/agency|coordinator\/agency)|\/(ref|item|relation|sex|level|kind|who|role|awareness|mode|since|urgency|language|voicemail|callerName|ageBand|birthDate|agency|hash|record|on|by|receivedAt|id|phone|fax|email|mainTopic|schemaVersion)$|\/(topics|ways|ids|times|dangers|phones)\//;

export function markedSheet(more: Partial<ReferralSheet> = {}): { sheet: ReferralSheet; words: Map<string, string> } {
  const words = new Map<string, string>();
  const starts = ['=', '+', '-', '@', '', '＝', '"', '\u2212', "'"];
  const mark = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => mark(one, `${path}/${index}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one, `${path}/${key}`)]));
    // Only where a supporter works freely does `role` hold a text.
    const free = /^\/(supporters|done)\/\d+\/(role|since|by)$/.test(path);
    if (typeof value !== 'string' || (kept.test(path) && !free)) return value;
    const word = `しるし${String(words.size).padStart(3, '0')}語`;
    words.set(path, word);
    return `${starts[words.size % starts.length]}${word}`;
  };
  const sheet = { ...(mark(fullSheet(), '') as ReferralSheet), ...more };
  const read = parseReferral(sheet);
  if (!read.success) throw new Error(JSON.stringify(read.issues));
  return { sheet, words };
}

/** A record of consent as a state is computed from it, with hashes that are only numbers. */
export function quickConsent(ref: string, given: (agency: string, item: string) => boolean): ConsentEvent[] {
  const notice = 'a'.repeat(64);
  const asked = { ...request(), purposes: ['referral'], agencies: [...agencies], items: [...itemIds] };
  const head = (seq: number) => ({
    schemaVersion: '1.0',
    id: `consent-${seq}`,
    record: `record-${ref}`,
    subject: { ref },
    seq,
    at: hours(-48 + seq),
    ...(seq && { previous: String(seq - 1).padStart(64, '0') }),
    hash: String(seq).padStart(64, '0'),
  });
  const decisions = agencies.flatMap((agency) =>
    itemIds.map((item) => ({ purpose: 'referral', agency, item, decision: given(agency, item) ? 'given' : 'refused' })),
  );
  return [
    { ...head(0), type: 'requested', request: { ...asked, notices: [{ ...request().notices[0]!, hash: notice }] } },
    { ...head(1), type: 'partly-given', notice, expressed: spoken, decisions },
  ] as unknown as ConsentEvent[];
}

/** Which items each person lets each desk have: all, none, or some. */
const share = fc.oneof(
  { weight: 4, arbitrary: fc.subarray([...itemIds]) },
  { weight: 1, arbitrary: fc.constant([...itemIds]) },
  { weight: 1, arbitrary: fc.constant<(typeof itemIds)[number][]>([]) },
);

export interface Choice {
  agency: string;
  consents: Record<string, ConsentEvent[]>;
  /** By ref: the items given to `agency`. The other desks got nothing. */
  given: Record<string, ReadonlySet<string>>;
}

export const choices: fc.Arbitrary<Choice> = fc
  .record({ agency: fc.constantFrom(...agencies), person: share, second: share, third: share })
  .map(({ agency, person, second, third }) => {
    const given = Object.fromEntries([person, second, third].map((items, index) => [refs[index]!, new Set<string>(items)]));
    return {
      agency,
      given,
      consents: Object.fromEntries(refs.map((ref) => [ref, quickConsent(ref, (to, item) => to === agency && given[ref]!.has(item))])),
    };
  });

interface Lived {
  sheet: ReferralSheet;
  events: Way['events'];
  consents: Record<string, ConsentEvent[]>;
}

let lived: Promise<Lived> | undefined;

/** The same each time: its salts are drawn once. */
export const livedSheet = (): Promise<Lived> => (lived ??= live());

/** A whole life with words written at every step, told to some desks and not to others. */
async function live(): Promise<Lived> {
  const { sheet } = markedSheet();
  const consents = Object.fromEntries(refs.map((ref) => [ref, quickConsent(ref, () => true)]));
  const way = new Way(sheet, consents);
  const said = (word: string) => ({ text: `=書き添え${word}`, nextStep: `次${word}`, toPerson: `伝言${word}` });
  await way.do(A, { type: 'send', ...said('甲') });
  await way.at(1).do(B, { type: 'receive', ...said('乙') });
  await way.do(B, { type: 'ask-back', ...said('丙') });
  await way.do(A, { type: 'answer', ...said('丁') });
  await way.do(B, { type: 'pass-on', to: { agency: D, name: '見本病院' }, reason: 'other-field', nextStep: '次戊' });
  await way.at(2).do(D, { type: 'accept', firstContactBy: '2026-12-01', ...said('己') });
  await way.at(3).do(D, { type: 'contact', on: '2026-11-27', reached: true });
  await way.do(D, { type: 'report', outcome: 'supported', ...said('庚') });
  await way.do(A, { type: 'close' });
  return { sheet, events: way.events, consents };
}

export const handedFull = async (agency: string = B): Promise<Handed> => {
  const { sheet, events, consents } = await livedSheet();
  return handedTo({ sheet, events, consents }, agency, days(4));
};

/** The items without which a place of the marked sheet may not be read, written down from the forms and not from the map; undefined: nobody's. */
export function needsOf(path: string): readonly string[] | undefined {
  const say = (pattern: RegExp): boolean => pattern.test(path);
  if (say(/^\/(source|basis|salt)/)) return undefined;
  if (say(/^\/(from|to|coordinator)\//)) return [];
  if (say(/\/(name|kana|nickname)$/) && say(/^\/(person|contact|household)/)) return ['name'];
  if (say(/\/(address|town)$/)) return ['address'];
  if (say(/^\/contact\/safeCall|^\/safety/)) return ['safe-contact'];
  const ofMember = /^\/household\/members\/\d+\/(work|health|care)$/.exec(path);
  if (ofMember) return [ofMember[1]!];
  if (say(/^\/household/)) return ['household'];
  if (say(/^\/about/)) return ['about'];
  if (say(/^\/needs/)) return ['needs'];
  if (path === '/words') return ['own-words'];
  if (say(/^\/(wishes|refuses)$/)) return ['wishes'];
  const ofArea = /^\/assessment\/(\w+)\/note$/.exec(path);
  if (ofArea) return ['assessment', ofArea[1]!];
  if (path === '/assessment/view') return ['assessment'];
  if (say(/^\/request/)) return ['plan'];
  if (say(/^\/attachments/)) return ['history', 'health'];
  if (say(/^\/(situation|copyTo|supporters|done)/)) return ['history'];
  throw new Error(`Nobody wrote down whose ${path} is`);
}

/** Numbers, days and labels that are told only with their item. */
export const telling: readonly (readonly [shown: RegExp, item: string, also?: string])[] = [
  [/0743-74-1111|090-1234-5678|0743-74-2222|0743-74-3333|hanako@example/, 'contact'],
  [/1941|昭和16年|85歳以上/, 'birth'],
  [/債務|topic"?,"code":"debt"/, 'worries', 'debt'],
  [/DV・虐待/, 'worries', 'violence'],
  [/半年ほど前から/, 'worries'],
  [/数日のうちに|"priority":"urgent"/, 'urgency'],
  [/自殺/, 'urgency', 'health'],
  [/訪問・連絡で気をつけること/, 'safe-contact'],
];
