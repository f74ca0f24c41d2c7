import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chainHead,
  consentMoves,
  consentState,
  eventTypes,
  hashEvent,
  isValidStatus,
  mayShare,
  verifyChain,
  type ConsentEvent,
} from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { cellOf, history, moment, oracle } from './consent.histories.js';
import { cells, givenStory, request, spoken, Story } from './consent.samples.js';

const shared = (events: readonly ConsentEvent[], at: string): string[] =>
  consentState(events, at)
    .cells.filter(({ state }) => state === 'given')
    .map(({ purpose, agency, item }) => `${purpose} ${agency} ${item}`)
    .sort();

type Cell = Record<'purpose' | 'agency' | 'item', string>;
const sameCell = (one: Cell, two: Cell): boolean => one.purpose === two.purpose && one.agency === two.agency && one.item === two.item;

describe('any history of a consent', () => {
  it('allows what a slow second opinion allows, and nothing else', () => {
    let yes = 0;
    fc.assert(
      fc.property(history, cellOf, moment, (events, one, at) => {
        const { may } = mayShare(events, one, at);
        yes += Number(may);
        assert.equal(may, oracle(events, one, at));
      }),
      { numRuns: 10_000 },
    );
    // Were nothing ever allowed, the comparison would say nothing.
    assert.ok(yes > 500, `${yes} of 10,000`);
  });

  it('says of what was taken back since when it stands so without a break', () => {
    let seen = 0;
    fc.assert(
      fc.property(history, (events) => {
        const last = events.at(-1)?.at ?? '2026-11-24T00:00:00Z';
        // Slow: where every cell stood after each event, looked at one after the other.
        const stood = events.map((_event, index) => consentState(events.slice(0, index + 1), events[index]!.at).cells);
        for (const { state, since, ...cell } of consentState(events, last).cells) {
          if (state !== 'withdrawn') continue;
          let first = events.length - 1;
          while (first > 0 && stood[first - 1]!.find((one) => sameCell(one, cell))?.state === 'withdrawn') first--;
          assert.equal(since, events[first]!.at);
          seen += Number(first < events.length - 1);
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(seen > 500, `${seen} cells that were taken back some events ago`);
  });

  it('stands as its events up to that instant say, whatever comes later', () => {
    fc.assert(
      fc.property(history, moment, (events, at) => {
        const past = events.filter((event) => Date.parse(event.at) <= Date.parse(at));
        assert.deepEqual(consentState(events, at), consentState(past, at));
      }),
      { numRuns: 2000 },
    );
  });

  it('stands the same in any order of the list, of decisions and of a question’s lists', () => {
    fc.assert(
      fc.property(history, moment, fc.infiniteStream(fc.nat()), (events, at, numbers) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => [numbers.next().value as number, value] as const)
            .sort(([a], [b]) => a - b)
            .map(([, value]) => value);
        const turned = shuffle(events).map((event) => {
          if (event.type === 'requested') {
            const { purposes, agencies, items } = event.request;
            return {
              ...event,
              request: { ...event.request, purposes: shuffle(purposes), agencies: shuffle(agencies), items: shuffle(items) },
            };
          }
          // Two decisions on one cell do not pass the door; here the last counts, so that only lists without them are turned.
          const rows =
            'decisions' in event && Array.isArray(event.decisions)
              ? (event.decisions as { purpose: string; agency: string; item: string }[])
              : [];
          const names = rows.map(({ purpose, agency, item }) => `${purpose} ${agency} ${item}`);
          return new Set(names).size === rows.length && rows.length ? { ...event, decisions: shuffle(rows) } : event;
        }) as ConsentEvent[];
        assert.deepEqual(shared(turned, at), shared(events, at));
        assert.equal(consentState(turned, at).status, consentState(events, at).status);
      }),
      { numRuns: 2000 },
    );
  });

  it('is valid exactly when something may be shared', () => {
    fc.assert(
      fc.property(history, moment, (events, at) => {
        const state = consentState(events, at);
        assert.equal(state.valid, shared(events, at).length > 0);
        assert.equal(state.valid, isValidStatus(state.status));
      }),
      { numRuns: 2000 },
    );
  });

  it('never gets wider by a withdrawal, a refusal, a pause or an end', () => {
    const narrowing = ['refused', 'deferred', 'narrowed', 'withdrawn', 'terminated', 'invalidated'];
    fc.assert(
      fc.property(history, (events) => {
        events.forEach((event, index) => {
          if (!narrowing.includes(event.type)) return;
          const before = new Set(shared(events.slice(0, index), event.at));
          for (const cell of shared(events.slice(0, index + 1), event.at)) assert.ok(before.has(cell), `${event.type}: ${cell}`);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('never gets wider by asking, by time, or by leaving an event out', () => {
    fc.assert(
      fc.property(history, moment, moment, fc.nat(), (events, one, other, pick) => {
        const [early, late] = [one, other].sort() as [string, string];
        const past = events.filter((event) => event.at <= early);
        const before = new Set(shared(past, early));
        for (const cell of shared(past, late)) assert.ok(before.has(cell));
        past.forEach((event, index) => {
          if (event.type !== 'requested') return;
          const without = new Set(shared(past.slice(0, index), event.at));
          for (const cell of shared(past.slice(0, index + 1), event.at)) assert.ok(without.has(cell));
        });
        // All but the last: that one only its receipt misses.
        const gap = past.length > 1 ? pick % (past.length - 1) : -1;
        if (gap >= 0) assert.equal(consentState(past.toSpliced(gap, 1), early).status, 'unknown');
      }),
      { numRuns: 2000 },
    );
  });

  it('knows a move for every status and event, and none out of "unknown"', () => {
    for (const moves of Object.values(consentMoves)) for (const move of moves) assert.ok(eventTypes.includes(move));
    assert.deepEqual(consentMoves.unknown, []);
  });
});

describe('a chain', () => {
  const long = async (): Promise<Story> => {
    const story = await new Story().ask();
    await story.giveSome((_purpose, agency) => (agency === 'school' ? 'refused' : 'given'));
    await story.ask({ agencies: ['hospital'] });
    await story.give({ agencies: ['hospital'] });
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { agency: 'hospital' }, reason: '先生にだけ 話したい😢' });
    return story.add({ type: 'renewed', expressed: spoken, period: { until: 'date', date: '2027-03-31' } });
  };

  it('shows any bit that was flipped, or any byte cut out', async () => {
    const { events } = await long();
    const bytes = new TextEncoder().encode(JSON.stringify(events));
    const original = JSON.stringify(events);
    let readable = 0;
    const judge = async (changed: Uint8Array): Promise<void> => {
      let value: unknown;
      try {
        value = JSON.parse(new TextDecoder().decode(changed));
      } catch {
        return; // No JSON any more: that shows by itself.
      }
      if (JSON.stringify(value) === original) return; // Another way to write the same.
      readable++;
      assert.ok(!Array.isArray(value) || !(await verifyChain(value)).ok, new TextDecoder().decode(changed));
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3]! ^= 1 << (bit & 7);
        return judge(changed);
      }),
      { numRuns: 3000 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), (at) =>
        judge(Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)])),
      ),
      { numRuns: 500 },
    );
    assert.ok(readable > 500, String(readable));
  });

  it('names the event that is missing, moved, doubled or of another record', async () => {
    const { events } = await long();
    const head = chainHead(events)!;
    const kinds = async (changed: unknown[], known = head) => {
      const verdict = await verifyChain(changed, known);
      return verdict.ok ? [] : verdict.faults.map(({ kind, seq }) => `${kind} ${seq}`);
    };
    for (const [index] of events.entries()) {
      assert.deepEqual(await kinds(events.toSpliced(index, 1)), [`missing ${index}`]);
      assert.ok((await kinds([...events, events[index]!])).includes(`duplicate ${index}`));
      assert.deepEqual(await kinds(events.with(index, { ...events[index]!, note: '!' })), [`changed ${index}`]);
    }
    assert.deepEqual((await kinds(events.toReversed())).sort(), events.map((_, index) => `reordered ${index}`).sort());
    assert.deepEqual(
      await kinds([]),
      events.map((_, index) => `missing ${index}`),
    );
    const other = await givenStory();
    assert.ok((await kinds([...events.slice(0, 5), { ...other.events[1]!, seq: 5 }])).some((fault) => fault.startsWith('changed 5')));
    for (const junk of [null, 1, 'x', {}, [], { seq: 1e300, hash: '' }, { seq: -1, hash: 'x' }, { seq: 900_000, hash: 'x' }])
      assert.equal((await verifyChain([...events, junk])).ok, false);
  });

  it('shows with its head a cut end and a record written anew, and lets it grow', async () => {
    const story = await long();
    const { events } = story;
    const head = chainHead(events)!;
    // Without the head this cannot be seen: the sentence in the documentation is true.
    assert.equal((await verifyChain(events.slice(0, -1))).ok, true);
    assert.deepEqual(await verifyChain(events.slice(0, -1), head), {
      ok: false,
      faults: [{ kind: 'missing', seq: 5, message: '6番目の記録がありません。' }],
    });
    const anew = new Story();
    await anew.ask();
    await anew.add({ type: 'given', expressed: spoken, notice: anew.notice, decisions: cells(request()) });
    for (let index = 2; index < 6; index++)
      await anew.add(
        index % 2
          ? { type: 'renewed', expressed: spoken, period: { until: 'plan-end' } }
          : { type: 'renewed', expressed: spoken, period: { until: 'plan-end' }, note: '!' },
      );
    assert.equal((await verifyChain(anew.events)).ok, true);
    assert.equal((await verifyChain(anew.events, head)).ok, false);
    await story.add({ type: 'terminated', because: 'plan-ended' });
    assert.equal((await verifyChain(story.events, head)).ok, true);
  });

  it('shows an event that was rewritten together with its own hash', async () => {
    const { events } = await long();
    for (const index of events.keys()) {
      const rewritten = { ...events[index]!, note: '書きかえ' };
      const forged = events.with(index, { ...rewritten, hash: await hashEvent(rewritten) });
      const verdict = await verifyChain(forged, chainHead(events));
      assert.deepEqual(!verdict.ok && verdict.faults.map(({ kind, seq }) => `${kind} ${seq}`), [`changed ${index}`]);
    }
  });

  it('freezes the words that were shown', async () => {
    const { events } = await givenStory();
    const changed = structuredClone(events) as (ConsentEvent & { type: 'requested' })[];
    changed[0]!.request.notices[0]!.text += '。';
    const verdict = await verifyChain(changed);
    assert.deepEqual(!verdict.ok && verdict.faults.map(({ kind }) => kind).sort(), ['changed', 'notice']);
  });

  it('gives the same hash to the same data in any order of keys', async () => {
    const { events } = await givenStory();
    const turn = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turn)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, child]) => [key, turn(child)]),
            )
          : value;
    assert.equal((await verifyChain(turn(events) as unknown[], chainHead(events))).ok, true);
  });
});
