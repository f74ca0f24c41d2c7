import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  consentState,
  consultationMap,
  householdShares,
  itemIds,
  mayShare,
  redactFor,
  withdrawalReach,
  type DocumentMap,
  type Shipment,
} from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { agencies, history, items, moment, purposes } from './consent.histories.js';
import { cell, givenStory, spoken, Story } from './consent.samples.js';
import { fullest, nested, paths } from './consultation.samples.js';

const to = { agency: 'chiiki-houkatsu', purpose: 'referral' };
const everything = { items: [...itemIds] };
const pointer = (path: readonly (string | number)[]): string => path.map((part) => `/${part}`).join('');

/** A record in which these items may go to the first agency. */
const giving = async (...given: string[]): Promise<Story> => {
  const story = await new Story().ask(everything);
  return story.giveSome((_purpose, agency, item) => (agency === to.agency && given.includes(item) ? 'given' : 'refused'), everything);
};

describe('redactFor a consultation', () => {
  it('lets all of it through when all of it was given', async () => {
    const { events, now } = await givenStory(everything);
    const { document, removed, toRead } = redactFor(fullest(), events, to, now);
    assert.deepEqual(document, fullest());
    assert.deepEqual([removed, toRead], [[], []]);
  });

  it('leaves nothing but the version when nothing was asked', () => {
    const { document, removed } = redactFor(fullest(), [], to, '2026-11-24T00:00:00Z');
    assert.deepEqual(document, { schemaVersion: '1.0' });
    const leaves = paths(fullest()).filter(
      (path) => typeof path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], fullest()) !== 'object',
    );
    assert.deepEqual(
      removed.map((one) => one.pointer).sort(),
      leaves
        .map(pointer)
        .filter((one) => one !== '/schemaVersion')
        .sort(),
    );
    assert.ok(removed.every(({ reason }) => reason === 'not-asked'));
  });

  it('maps every field that the consultation has', async () => {
    const { events, now } = await givenStory(everything);
    assert.deepEqual(redactFor(fullest(), events, to, now).removed, []);
    for (const rule of consultationMap) if ('item' in rule) assert.ok((itemIds as readonly string[]).includes(rule.item), rule.path);
  });

  it('makes absent, closes lists up, and shows no trace', async () => {
    const { events, now } = await giving('worries', 'care', 'contact');
    const { document, removed } = redactFor(fullest(), events, to, now);
    assert.deepEqual(document, {
      schemaVersion: '1.0',
      topics: ['care', 'care/dementia', 'ikoma-bear'],
      mainTopic: 'care/dementia',
      since: 'half-year',
      contact: {
        mode: 'named',
        ways: ['receipt', 'phone', 'email', 'fax', 'letter', 'visit'],
        phone: '0743-74-1111',
        email: 'hanako.yamada@example.jp',
        fax: '0743-74-1112',
      },
    });
    assert.deepEqual(
      removed.find((one) => one.pointer === '/topics/2'),
      { pointer: '/topics/2', item: 'income', reason: 'refused' },
    );
  });

  it('tells a worry only with what its name tells', async () => {
    const { events, now } = await giving('worries');
    const { document } = redactFor({ topics: ['dv-abuse/partner', 'debt', 'other'] }, events, to, now);
    assert.deepEqual(document, { topics: ['other'] });
  });

  it('names the free text that somebody should read first', async () => {
    const { events, now } = await giving('own-words', 'household');
    const { toRead, document } = redactFor(fullest(), events, to, now);
    assert.deepEqual(toRead, ['/words', '/person/household/0/note']);
    assert.ok(document.words);
  });

  it('removes what it does not know, however it is dressed', async () => {
    const { events, now } = await givenStory(everything);
    const hostile = JSON.parse(
      '{"schemaVersion":"himitsu","__proto__":{"x":"himitsu"},"constructor":"himitsu","words":{"words":"himitsu"},"topics":[["himitsu"],{"a":"himitsu"}],' +
        '"contact":"himitsu","person":{"name":["himitsu"],"later":"himitsu","household":{"relation":"himitsu"}},"needs":{"ids":"himitsu"},"himitsu":1,"about":{}}',
    ) as object;
    const { document, removed } = redactFor(hostile, events, to, now);
    assert.deepEqual(document, {});
    assert.doesNotMatch(JSON.stringify(document), /himitsu/);
    assert.deepEqual(removed.map((one) => one.pointer).sort(), [
      '/__proto__',
      '/constructor',
      '/contact',
      '/himitsu',
      '/needs/ids',
      '/person/household',
      '/person/later',
      '/person/name',
      '/schemaVersion',
      '/topics/0',
      '/topics/1',
      '/words',
    ]);
    assert.equal(({} as { x?: string }).x, undefined);
  });

  it('looks no deeper than its rules', async () => {
    const { events, now } = await givenStory(everything);
    const loop: Record<string, unknown> = { words: 'はい' };
    loop.loop = loop;
    loop.person = loop;
    const { document } = redactFor({ ...loop, topics: nested(100_000) }, events, to, now);
    assert.deepEqual(document, { words: 'はい' });
    for (const value of [null, 1, 'x', [fullest()], undefined]) assert.deepEqual(redactFor(value, events, to, now).document, {});
  });

  it('changes nothing it was given', async () => {
    const { events, now } = await giving('worries');
    const [document, before] = [fullest(), structuredClone(events)];
    redactFor(document, events, to, now);
    assert.deepEqual([document, events], [fullest(), before]);
  });
});

describe('redactFor a household', () => {
  const map: DocumentMap = [
    { path: '/members/*/ref', item: 'household', whose: 'ref' },
    { path: '/members/*/health', item: 'health', whose: 'ref' },
    { path: '/note', item: 'health' },
  ];
  const sheet = {
    note: '母のこと',
    members: [
      { ref: 'mother', health: '母の持病' },
      { ref: 'child', health: '子の持病' },
      { ref: 'uncle', health: 'おじの持病' },
      { health: '名のない人の持病' },
    ],
  };
  const record = async (subject: string, decide: Parameters<Story['giveSome']>[0]) =>
    (
      await (
        await new Story(`record-${subject}`, subject).ask({ items: ['health', 'household'] })
      ).giveSome(decide, { items: ['health', 'household'] })
    ).events;

  it('shares of each member what that member gave', async () => {
    const mother = await record('mother', () => 'given');
    const child = await record('child', (_purpose, _agency, item) => (item === 'household' ? 'given' : 'refused'));
    const at = '2026-12-24T00:00:00Z';
    const { document, removed } = redactFor(sheet, mother, { ...to, map, members: { mother, child } }, at);
    assert.deepEqual(document, { note: '母のこと', members: [{ ref: 'mother', health: '母の持病' }, { ref: 'child' }] });
    assert.deepEqual(
      removed.map(({ pointer: where, reason }) => `${where} ${reason}`),
      ['/members/1/health refused', '/members/2/ref whose', '/members/2/health whose', '/members/3/health whose'],
    );
    // Nobody says yes with another's record.
    assert.deepEqual(redactFor(sheet, mother, { ...to, map, members: { mother, child: mother, constructor: mother } }, at).document, {
      note: '母のこと',
      members: [{ ref: 'mother', health: '母の持病' }],
    });
  });

  it('keeps each answer apart', async () => {
    const mother = await record('mother', () => 'given');
    const at = '2026-12-24T00:00:00Z';
    const verdicts = householdShares(
      [{ ref: 'mother', events: mother }, { ref: 'child' }, { ref: 'uncle', events: mother }],
      { ...to, item: 'health' },
      at,
    );
    assert.deepEqual(
      verdicts.map(({ ref, verdict }) => [ref, verdict.reason]),
      [
        ['mother', 'given'],
        ['child', 'not-asked'],
        ['uncle', 'unknown'],
      ],
    );
  });
});

describe('any redaction', () => {
  /** A document in which every value is a word of its own, with fields nobody knows. */
  const map: DocumentMap = [
    { path: '/a', item: 'name' },
    { path: '/b/*', item: 'worries' },
    { path: '/c/d', item: 'own-words', free: true },
    { path: '/c/e/*/f', item: 'health' },
    { path: '/c/e/*/g', item: 'name', also: (value) => (String(value).endsWith('0') ? 'health' : undefined) },
  ];
  const word = fc.uuid().map((id) => `w-${id}`);
  const unknown = fc.dictionary(fc.constantFrom('z', 'y/y', '__proto__', 'a', 'e'), word, { maxKeys: 3 });
  const document = fc
    .record(
      {
        a: word,
        b: fc.array(fc.oneof(word, unknown)),
        c: fc.record({ d: word, e: fc.array(fc.record({ f: word, g: word, h: unknown }, { requiredKeys: [] })) }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    )
    .chain((known) => unknown.map((more) => ({ ...more, ...known })));

  /** Every word of a document with the items it needs; `undefined` for what no rule knows. */
  function words(value: unknown, at: (string | number)[] = []): { text: string; needs: string[] | undefined }[] {
    if (typeof value === 'string') {
      const where = at.map((part) => (typeof part === 'number' ? '*' : part.replaceAll('/', '~1'))).join('/');
      const rule = map.find(({ path }) => path === `/${where}`);
      return [{ text: value, needs: rule && 'item' in rule ? [rule.item, ...[rule.also?.(value) ?? []].flat()] : undefined }];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => words(child, [...at, Array.isArray(value) ? Number(key) : key]));
  }

  it('holds no word that was not given, and every word that was', () => {
    let [out, kept] = [0, 0];
    fc.assert(
      fc.property(
        history,
        document,
        fc.constantFrom(...agencies),
        fc.constantFrom(...purposes),
        moment,
        (events, original, agency, purpose, at) => {
          const json = JSON.stringify(redactFor(original, events, { agency, purpose, map }, at).document);
          for (const { text, needs } of words(original)) {
            const may = needs?.every((item) => mayShare(events, { agency, purpose, item }, at).may) ?? false;
            assert.equal(json.includes(text), may, `${text} ${json}`);
            if (may) kept++;
            else out++;
          }
        },
      ),
      { numRuns: 10_000 },
    );
    assert.ok(out > 1000 && kept > 1000, `${out} ${kept}`);
  });

  it('lists everything it removed, where it was', () => {
    fc.assert(
      fc.property(history, document, moment, (events, original, at) => {
        const { document: left, removed } = redactFor(original, events, { agency: 'school', purpose: 'referral', map }, at);
        const leftWords = new Set(words(left).map(({ text }) => text));
        const gone = words(original).filter(({ text }) => !leftWords.has(text));
        for (const { text } of gone) {
          const told = removed.some(({ pointer: where }) => {
            const found = where
              .split('/')
              .slice(1)
              .reduce<unknown>(
                (value, key) => (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
                original,
              );
            return JSON.stringify(found).includes(text);
          });
          assert.ok(told, text);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('withdrawalReach', () => {
  const sent = (id: string, at: string, more: Partial<Shipment> = {}): Shipment => ({
    id,
    at,
    agency: 'school',
    purpose: 'referral',
    items: ['name', 'health'],
    ...more,
  });

  it('is empty while all of it may still be shared', async () => {
    const { events, now } = await givenStory();
    assert.deepEqual(withdrawalReach(events, [sent('s1', '2026-11-25T02:00:00Z')], now), []);
  });

  it('says who holds what since it was taken back, and who has not confirmed', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { item: 'health' } });
    const shipments = [
      sent('s2', '2026-11-25T05:00:00Z', { acknowledgedAt: '2026-11-28T00:00:00Z' }),
      sent('s1', '2026-11-25T02:00:00Z'),
      sent('s3', '2026-11-25T06:00:00Z', { agency: 'chiiki-houkatsu', acknowledgedAt: '2026-11-28T00:00:00Z' }),
      sent('s4', '2026-11-25T07:00:00Z', { agency: 'chiiki-houkatsu', items: ['name'] }),
      sent('s5', '2030-01-01T00:00:00Z'),
      sent('s6', 'someday'),
    ];
    assert.deepEqual(withdrawalReach(story.events, shipments, story.now), [
      {
        agency: 'school',
        items: [{ item: 'health', purpose: 'referral', reason: 'withdrawn', shipments: ['s1', 's2'], acknowledged: false }],
        toAsk: true,
      },
      {
        agency: 'chiiki-houkatsu',
        items: [{ item: 'health', purpose: 'referral', reason: 'withdrawn', shipments: ['s3'], acknowledged: true }],
        toAsk: false,
      },
    ]);
  });

  it('does not take a confirmation from before for one of the withdrawal', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' } });
    const [holder] = withdrawalReach(story.events, [sent('s1', '2026-11-25T02:00:00Z', { acknowledgedAt: '2026-11-25T03:00:00Z' })]);
    assert.equal(holder?.toAsk, true);
  });

  it('asks nobody twice for the same: what was taken back before is not taken back anew with the rest', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { agency: 'school' }, reason: '学校には知られたくない' });
    const shipments = [sent('s1', '2026-11-25T02:00:00Z', { acknowledgedAt: story.now })];
    const before = consentState(story.events, story.now).cells.filter(({ agency }) => agency === 'school');
    await story.wait(1).add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' } });
    assert.deepEqual(
      consentState(story.events, story.now).cells.filter(({ agency }) => agency === 'school'),
      before,
    );
    assert.deepEqual(
      withdrawalReach(story.events, shipments, story.now).map(({ agency, toAsk }) => [agency, toAsk]),
      [['school', false]],
    );
  });

  it('lists what ended by itself without asking for it, and what should never have gone', async () => {
    const story = await givenStory();
    await story.add({ type: 'terminated', because: 'plan-ended' });
    assert.deepEqual(
      withdrawalReach(story.events, [sent('s1', '2026-11-25T02:00:00Z'), sent('s2', '2026-11-25T02:00:00Z', { agency: 'hospital' })]).map(
        ({ agency, toAsk, items: held }) => [agency, toAsk, held[0]!.reason],
      ),
      [
        ['school', false, 'terminated'],
        ['hospital', true, 'not-asked'],
      ],
    );
    assert.equal(withdrawalReach([], [sent('s1', '2026-11-25T02:00:00Z')])[0]!.items[0]!.reason, 'unknown');
  });

  it('finds exactly the items that were sent and may no longer be shared', () => {
    const shipment = fc.record({
      id: fc.uuid(),
      at: moment,
      agency: fc.constantFrom(...agencies),
      purpose: fc.constantFrom(...purposes),
      items: fc.subarray([...items]),
    });
    fc.assert(
      fc.property(history, fc.array(shipment, { maxLength: 6 }), moment, (events, shipments, at) => {
        const found = withdrawalReach(events, shipments, at).flatMap(({ agency, items: held }) =>
          held.map(({ purpose, item }) => `${agency} ${purpose} ${item}`),
        );
        const expected = shipments
          .filter((one) => Date.parse(one.at) <= Date.parse(at))
          .flatMap(({ agency, purpose, items: held }) => held.map((item) => cell(purpose, agency, item)))
          .filter((one) => !mayShare(events, one, at).may)
          .map(({ agency, purpose, item }) => `${agency} ${purpose} ${item}`);
        assert.deepEqual(found.sort(), [...new Set(expected)].sort());
      }),
      { numRuns: 2000 },
    );
  });
});
