import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemIds, type ConsentEvent } from '@tsunagu/schema/consent';
import {
  assessmentAreas,
  canBring,
  itemsOf,
  namesSomebody,
  packageFor,
  parseReferral,
  sendGate,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import fc from 'fast-check';
import { paths } from './consultation.samples.js';
import { B, C, conferenceBasis, consentsOf, D, days, E, fullSheet, hours, K, leastSheet, withdrawn } from './referral.samples.js';

const at = hours(0);
const gate = (sheet: ReferralSheet, agency: string, consents?: Record<string, ConsentEvent[]>, when = at): string => {
  const result = sendGate(sheet, agency, consents, when);
  if (!result.open) assert.match(result.message, /。$/);
  return result.open ? result.via : result.code;
};

/**
 * Which items each place of a sheet speaks of, written down by hand from the forms and not from the map. `-`: the heading, for everybody.
 * `x`: for nobody.
 */
function itemsAt(path: string): string[] | '-' | 'x' {
  const say = (pattern: RegExp): boolean => pattern.test(path);
  if (say(/^\/(salt|source|respondDays|basis\/(?!kind))/)) return 'x';
  if (say(/^\/(schemaVersion|id|createdAt|city|respondBy|purpose|basis\/kind)$|^\/(from|to|coordinator|request\/ids)\//)) return '-';
  if (say(/^\/person\/(ref|consent\/(record|hash))$/)) return '-';
  if (say(/^\/person\/consent|^\/household\/members\/\d+\/consent/)) return 'x';
  if (say(/\/(name|kana|nickname)$/) && say(/^\/(person|contact|household)/)) return ['name'];
  if (say(/^\/(person|household\/members\/\d+)\/(birthDate|ageBand)$/)) return ['birth'];
  if (say(/\/sex$/)) return ['sex'];
  if (say(/^\/(person\/(address|town)|contact\/address)$/)) return ['address'];
  if (say(/^\/contact\/safeCall|^\/safety\/note$/)) return ['safe-contact'];
  if (say(/^\/person\/phones|^\/contact/)) return ['contact'];
  if (say(/^\/household\/members\/\d+\/work$/)) return ['work'];
  if (say(/^\/household\/members\/\d+\/health$/)) return ['health'];
  if (say(/^\/household\/members\/\d+\/care$/)) return ['care'];
  if (say(/^\/household/)) return ['household'];
  if (say(/^\/about/)) return ['about'];
  if (say(/^\/(language|needs)/)) return ['needs'];
  if (say(/^\/topics\/0$|^\/topics\/1$|^\/mainTopic$/)) return ['worries', 'care'];
  if (path === '/topics/2') return ['worries', 'debt'];
  if (path === '/topics/3') return ['worries', 'violence'];
  if (say(/^\/(topics|since)/)) return ['worries'];
  if (path === '/safety/dangers/0') return ['urgency', 'violence'];
  if (path === '/safety/dangers/1') return ['urgency', 'health'];
  if (say(/^\/(urgency|safety\/dangers)/)) return ['urgency'];
  if (path === '/words') return ['own-words'];
  if (say(/^\/(wishes|refuses)$/)) return ['wishes'];
  const area = assessmentAreas.find((one) => path.startsWith(`/assessment/${one}/`));
  if (area) return ['assessment', area];
  if (path === '/assessment/view') return ['assessment'];
  if (say(/^\/request/)) return ['plan'];
  if (say(/^\/attachments/)) return ['history', 'health'];
  if (say(/^\/(situation|copyTo|supporters|done)/)) return ['history'];
  throw new Error(`No item known for ${path}`);
}

const pointer = (path: readonly (string | number)[]): string => path.map((part) => `/${part}`).join('');
const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], value);
const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;
const memberOf = (path: string): string => {
  const index = /^\/household\/members\/(\d+)/.exec(path)?.[1];
  return index === undefined ? 'case-7-a' : ['case-7-b', 'case-7-c'][+index]!;
};
const leavesOf = (value: unknown): string[] =>
  paths(value)
    .filter((path) => isLeaf(valueAt(value, path)))
    .map(pointer);

/** A sheet whose every free value is a word of its own, so that it can be looked for. */
const marked = (() => {
  let count = 0;
  const words = new Map<string, string>();
  const mark = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => mark(one, `${path}/${index}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one, `${path}/${key}`)]));
    if (
      typeof value !== 'string' ||
      itemsAt(path) === '-' ||
      /\/(ref|item|relation|level|kind|who|role|awareness|mode)$|\/(topics|ways|ids|times|dangers)\/|Topic$/.test(path)
    )
      return value;
    const word = `word${String(count++).padStart(3, '0')}`;
    words.set(path, word);
    return word;
  };
  return { sheet: mark(fullSheet(), '') as ReferralSheet, words };
})();

describe('a package', () => {
  it('is the whole sheet, but for what is nobody’s, when everything was given', async () => {
    const sheet = fullSheet();
    const { document, stays, items, toRead } = packageFor(sheet, B, await consentsOf(), at);
    const nobodys = leavesOf(sheet).filter((path) => itemsAt(path) === 'x');
    assert.deepEqual(
      stays.map((one) => one.pointer).filter((one) => !nobodys.some((path) => path.startsWith(one))),
      [],
    );
    assert.equal(leavesOf(document).length, leavesOf(sheet).length - nobodys.length);
    assert.deepEqual(items, itemsOf(sheet));
    assert.deepEqual(items, [...itemIds].sort());
    assert.ok(toRead.length > 5, 'the reason of the basis and the salt are held back, so texts are to be read');
  });

  it('is the heading alone when nothing was asked', () => {
    const { document, items, stays } = packageFor(fullSheet(), B, undefined, at);
    assert.deepEqual(items, []);
    assert.deepEqual(
      leavesOf(document).filter((path) => itemsAt(path) !== '-'),
      [],
    );
    assert.ok(stays.every(({ message }) => message.endsWith('。')));
  });

  it('holds exactly what was given to this desk, of each person by their own record', async () => {
    let told = 0;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.subarray<string>([...itemIds]),
        fc.subarray<string>([...itemIds]),
        fc.constantFrom(B, C, D, E, K),
        async (subject, member, agency) => {
          const said = (item: string, ref: string): boolean =>
            ref === 'case-7-a' ? subject.includes(item) : ref === 'case-7-b' && member.includes(item);
          const consents = await consentsOf(
            (to, item, ref) => (to === agency && said(item, ref) ? 'given' : 'refused'),
            ['case-7-a', 'case-7-b'],
          );
          for (const to of [agency, agency === B ? C : B]) {
            const { document, items, stays } = packageFor(marked.sheet, to, consents, at);
            const text = JSON.stringify(document);
            const all = leavesOf(marked.sheet);
            const allowed = (path: string, ref = memberOf(path)): boolean => {
              const needs = itemsAt(path);
              return needs !== 'x' && needs !== '-' && to === agency && needs.every((item) => said(item, ref));
            };
            // A household's yes alone opens no door.
            const opens = all.some((path) => memberOf(path) === 'case-7-a' && allowed(path));
            for (const [path, word] of marked.words) {
              const may = allowed(path) && opens;
              assert.equal(text.includes(word), may, `${path} to ${to}`);
              if (may) told++;
              else kept++;
            }
            const mayAll = all.filter((path) => itemsAt(path) === '-' || (allowed(path) && opens));
            assert.equal(leavesOf(document).length, mayAll.length);
            assert.equal(new Set(stays.map((one) => one.pointer)).size, stays.length);
            if (to !== agency) assert.deepEqual(items, []);
            for (const item of items) assert.ok(subject.includes(item) || member.includes(item), item);
          }
        },
      ),
      { numRuns: 200 },
    );
    assert.ok(told > 1000 && kept > 1000, `${told} ${kept}`);
  });

  it('says of everything that stays behind why, and whose yes is missing', async () => {
    const consents = await consentsOf(
      (_agency, item, ref) => (ref === 'case-7-a' && item !== 'debt' ? 'given' : 'refused'),
      ['case-7-a', 'case-7-b'],
    );
    const { stays, toRead } = packageFor(fullSheet(), B, consents, at);
    const why = (path: string) => stays.find((one) => one.pointer === path);
    assert.equal(why('/topics/2')?.reason, 'refused');
    assert.deepEqual([why('/household/members/0/health')?.reason, why('/household/members/0/health')?.ref], ['refused', 'case-7-b']);
    assert.deepEqual([why('/household/members/1/age')?.reason, why('/household/members/1/age')?.ref], ['whose', 'case-7-c']);
    assert.ok(toRead.includes('/words'));
  });

  it('shares nothing with another person’s record, or one with a gap', async () => {
    const consents = await consentsOf();
    for (const wrong of [
      { 'case-7-a': consents['case-7-b']! },
      { 'case-7-a': consents['case-7-a']!.slice(1) },
      Object.create(consents) as Record<string, ConsentEvent[]>,
      { 'case-7-a': 'given' } as unknown as Record<string, ConsentEvent[]>,
    ])
      assert.deepEqual(packageFor(fullSheet(), B, wrong, at).items, []);
    const swapped = { ...consents, 'case-7-b': consents['case-7-a']! };
    assert.doesNotMatch(JSON.stringify(packageFor(fullSheet(), B, swapped, at).document), /眠れない/);
  });

  it('of a newer version leaves out what nobody here knows', async () => {
    const newer = { ...fullSheet(), secret: 'himitsu', household: { ...fullSheet().household, secret: ['himitsu'] } };
    assert.ok(parseReferral(newer).success);
    const { document, stays } = packageFor(newer, B, await consentsOf(), at);
    assert.doesNotMatch(JSON.stringify(document), /himitsu/);
    assert.ok(stays.some((one) => one.pointer === '/secret' && one.reason === 'unknown-field'));
  });

  it('of a 支援会議 holds what it needs, for its members under duty alone', () => {
    const sheet = fullSheet({ basis: conferenceBasis([B], ['worries', 'health']) });
    const { document, items } = packageFor(sheet, B, undefined, at);
    assert.deepEqual(items, ['health', 'worries']);
    assert.deepEqual(document.topics, ['ikoma-bear']);
    assert.doesNotMatch(JSON.stringify(document), /葛|命に関わる|構成/);
    assert.deepEqual(packageFor(sheet, C, undefined, at).items, []);
    assert.equal(packageFor(sheet, C, undefined, at).stays.find((one) => one.pointer === '/words')?.reason, 'not-member');
  });

  it('without a name holds the worry and the words for it, and nobody’s name', async () => {
    const sheet = { ...marked.sheet, basis: { kind: 'anonymous-advice' as const, summary: '認知症の親を介護する家族への支援' } };
    const { document } = packageFor(sheet, K, await consentsOf(), at);
    assert.deepEqual(document.topics, fullSheet().topics);
    assert.deepEqual(document.basis, sheet.basis);
    const inside = [...marked.words].filter(([, word]) => JSON.stringify(document).includes(word)).map(([path]) => path);
    assert.deepEqual(inside.sort(), ['/since', '/urgency']);
    assert.equal(document.person, undefined);
  });
});

describe('the gate', () => {
  it('opens with consent for this desk, and says why not', async () => {
    const sheet = fullSheet();
    const some = await consentsOf((agency) => (agency === B ? 'given' : 'refused'));
    assert.deepEqual(
      [gate(sheet, B, some), gate(sheet, C, some), gate(sheet, B), gate(sheet, 'new-desk', some)],
      ['consent', 'no-consent', 'no-consent', 'no-consent'],
    );
    assert.equal(gate(sheet, B, await withdrawn(some, 'case-7-a', hours(-1))), 'no-consent');
    // What was given is not on the sheet; what is on the sheet was not given; a member's yes is not the person's.
    assert.equal(gate(leastSheet(), B, await consentsOf((_agency, item) => (item === 'debt' ? 'given' : 'refused'))), 'no-consent');
    assert.equal(gate(sheet, B, await consentsOf((_agency, _item, ref) => (ref === 'case-7-a' ? 'refused' : 'given'))), 'no-consent');
    assert.equal(gate(leastSheet({ topics: undefined, words: ' 　' }), B, await consentsOf()), 'nothing-said');
  });

  it('lets a 支援会議 be no way round the person', async () => {
    const sheet = leastSheet({ basis: conferenceBasis() });
    assert.equal(gate(sheet, B), 'support-conference');
    assert.equal(gate(sheet, C), 'not-member');
    assert.equal(gate(sheet, B, undefined, hours(-2)), 'not-member');
    assert.equal(gate(sheet, B, await consentsOf()), 'has-consent');
    assert.equal(gate(sheet, B, await consentsOf(() => 'refused')), 'consent-changed');
    const refused = conferenceBasis();
    const told = { ...refused, grounds: { ...refused.grounds, consent: 'refused' as const } };
    assert.equal(gate(leastSheet({ basis: told }), B, await consentsOf(() => 'refused')), 'support-conference');
  });

  it('lets nobody be named in advice without a name', () => {
    const ask = (summary: string) => gate(fullSheet({ basis: { kind: 'anonymous-advice', summary } }), K);
    assert.equal(ask('認知症の親を介護する家族のことで'), 'anonymous-advice');
    for (const summary of [
      '葛城さんのこと',
      'カツラギ　タカコさん',
      '０７４３ー７４ー１１１１に電話',
      '090 1234 5678',
      '一郎さんが',
      'hanako@example.jp',
    ])
      assert.equal(ask(summary), 'names-somebody', summary);
    assert.equal(ask(' 　'), 'nothing-said');
    assert.equal(namesSomebody(leastSheet(), '何でも'), false);
  });
});

describe('"can I bring this?"', () => {
  it('says which forum may discuss the sheet, by the law’s fork', async () => {
    const forum = (sheet: ReferralSheet, consents?: Record<string, ConsentEvent[]>, more = {}) =>
      canBring(sheet, consents, days(0), { oneDesk: 'no', ...more });
    const yes = await consentsOf();
    assert.equal(forum(fullSheet(), yes).forum, 'single-desk', 'a yes to a referral is none to a plan meeting');
    assert.equal(forum(fullSheet(), yes, { purpose: 'referral' }).forum, 'plan-meeting');
    assert.equal(forum(fullSheet()).forum, 'single-desk');
    assert.equal(forum(fullSheet({ basis: conferenceBasis() })).forum, 'support-conference');
    assert.equal(forum(fullSheet(), undefined, { grounds: ['urgent'] }).forum, 'support-conference');
    const unsure = canBring(fullSheet(), undefined, days(0));
    assert.ok(unsure.forum === 'single-desk' && unsure.because === 'unsure' && unsure.reason.includes('調整担当'));
    const decided = forum(fullSheet(), yes, { purpose: 'referral', agencies: [B, C] });
    assert.ok(decided.forum === 'plan-meeting' && decided.shares.some(({ ref }) => ref === 'case-7-b'));
  });
});
