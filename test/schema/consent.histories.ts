/** Random histories of one consent, legal and not, and a slow second opinion on what they allow. */
import type { ConsentEvent } from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { cells, request, spoken } from './consent.samples.js';

export const purposes = ['referral', 'plan-meeting'];
export const agencies = ['school', 'hospital', 'chiiki-houkatsu'];
export const items = ['name', 'worries', 'own-words', 'health'];
const notice = 'a'.repeat(64);
export const start = Date.UTC(2026, 10, 24, 1);
const hour = 3_600_000;

const some = <T>(from: readonly T[]) => fc.oneof(fc.constant([...from]), fc.subarray([...from], { minLength: 1 }));
/** Days near the events, so that many expire within a history. */
const day = fc.integer({ min: 0, max: 25 }).map((days) => new Date(start + days * 24 * hour).toISOString().slice(0, 10));
const period = fc.oneof(
  fc.constant({ until: 'plan-end' }),
  day.map((date) => ({ until: 'date', date })),
  fc.constant({ until: 'event', event: '退院' }),
);
const question = fc
  .record({ purposes: some(purposes), agencies: some(agencies), items: some(items), period })
  .map((asked) => ({ ...request(), ...asked, notices: [{ ...request().notices[0]!, hash: notice }] }));
const decisions = (...choices: ('given' | 'refused' | 'not-asked')[]) =>
  fc.array(
    fc.record({
      purpose: fc.constantFrom(...purposes),
      agency: fc.constantFrom(...agencies),
      item: fc.constantFrom(...items),
      decision: fc.constantFrom(...choices),
    }),
    { minLength: 1, maxLength: 24 },
  );
const every = fc.constant(cells({ purposes, agencies, items }));
const scope = fc.oneof(
  fc.constant({ all: 'yes' }),
  fc.constantFrom(...agencies).map((agency) => ({ agency })),
  fc.constantFrom(...items).map((item) => ({ item })),
  fc.constantFrom(...purposes).map((purpose) => ({ purpose })),
);
/** Now and then a notice that was never shown. */
const shown = fc.oneof({ arbitrary: fc.constant(notice), weight: 9 }, { arbitrary: fc.constant('b'.repeat(64)), weight: 1 });

const asking = fc.record({ type: fc.constant('requested'), request: question });
const answering = fc.record({
  type: fc.constantFrom('given', 'partly-given'),
  notice: shown,
  decisions: fc.oneof(every, decisions('given', 'refused', 'not-asked')),
  until: fc.option(day, { nil: undefined, freq: 3 }),
});
const body = fc.oneof(
  { weight: 4, arbitrary: asking },
  { weight: 6, arbitrary: answering },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('refused'), decisions: fc.option(decisions('refused'), { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.constant({ type: 'deferred' }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('renewed'), period }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('narrowed'), decisions: decisions('refused', 'not-asked') }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('withdrawn'), scope }) },
  { weight: 1, arbitrary: fc.constant({ type: 'terminated', because: 'plan-ended' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'invalidated', because: 'pressure' }) },
);

const gap = fc.integer({ min: 0, max: 40 });

/** Events in order, linked, with made-up hashes: what a state is computed from. They need not follow from each other. */
export const history: fc.Arbitrary<ConsentEvent[]> = fc
  .tuple(
    // Most records begin with a question and its answer.
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.tuple(asking, gap), fc.tuple(answering, gap)) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    fc.array(fc.tuple(body, gap), { maxLength: 10 }),
  )
  .map(([first, rest]) => [...first, ...rest])
  .map((steps) => {
    let time = start;
    return steps.map(([step, hours], seq) => {
      time += hours * hour;
      return {
        schemaVersion: '1.0',
        id: `event-${seq}`,
        record: 'record-1',
        subject: { ref: 'case-7-a' },
        seq,
        at: new Date(time).toISOString(),
        expressed: spoken,
        ...step,
        ...(seq > 0 && { previous: String(seq - 1).padStart(64, '0') }),
        hash: String(seq).padStart(64, '0'),
      } as unknown as ConsentEvent;
    });
  });

export const moment = fc.integer({ min: -24, max: 20 * 24 }).map((hours) => new Date(start + hours * hour).toISOString());
export const cellOf = fc.record({
  purpose: fc.constantFrom(...purposes),
  agency: fc.constantFrom(...agencies),
  item: fc.constantFrom(...items),
});

interface Cell {
  purpose: string;
  agency: string;
  item: string;
}
const tokyoDay = (at: string): string => new Date(Date.parse(at) + 9 * hour).toISOString().slice(0, 10);

/**
 * Second opinion, written from the rules and not from the code: may this cell be shared? Walks back from `at` to the last word on the cell. Slow.
 */
export function oracle(events: readonly ConsentEvent[], { purpose, agency, item }: Cell, at: string): boolean {
  const past = events.filter((event) => Date.parse(event.at) <= Date.parse(at));
  /** The question that waits at position `index`, looking back. */
  const questionAt = (index: number): (ConsentEvent & { type: 'requested' })['request'] | undefined => {
    for (let i = index - 1; i >= 0; i--) {
      const event = past[i]!;
      if (event.type === 'requested') return event.request;
      if (['refused', 'deferred', 'terminated', 'invalidated'].includes(event.type)) return undefined;
      if (event.type === 'withdrawn' && 'all' in event.scope) return undefined;
      if (event.type === 'given' || event.type === 'partly-given') {
        // An answer to another notice does not count, so it closes nothing.
        const asked = questionAt(i);
        if (asked?.notices.some(({ hash }) => hash === event.notice)) return undefined;
      }
    }
    return undefined;
  };
  const asks = (asked: Cell extends never ? never : { purposes: string[]; agencies: string[]; items: string[] } | undefined): boolean =>
    !!asked && asked.purposes.includes(purpose) && asked.agencies.includes(agency) && asked.items.includes(item);
  const same = (row: Cell): boolean => row.purpose === purpose && row.agency === agency && row.item === item;
  const earliest = (...days: (string | undefined)[]): string | undefined => days.filter((one) => one !== undefined).sort()[0];
  /** Until when (undefined: not given; '9999': without day) the cell is given after the first `count` events, were it asked on no day. */
  const givenUntil = (count: number): string | undefined => {
    if (count === 0) return undefined;
    const event = past[count - 1]!;
    const before = (): string | undefined => givenUntil(count - 1);
    const asked = questionAt(count - 1);
    switch (event.type) {
      case 'given':
      case 'partly-given': {
        if (!asks(asked) || !asked!.notices.some(({ hash }) => hash === event.notice)) return before();
        const row = event.decisions.filter((one) => same(one) && one.decision !== 'not-asked').at(-1);
        if (!row) return before();
        if (row.decision !== 'given') return undefined;
        const { period: term } = asked!;
        return earliest(term.until === 'date' ? (term as { date: string }).date : undefined, event.until) ?? '9999';
      }
      case 'refused':
        return asks(asked) && (!event.decisions || event.decisions.some(same)) ? undefined : before();
      case 'renewed': {
        const until = before();
        if (until === undefined || until < tokyoDay(event.at)) return until;
        return event.period.until === 'date' ? (event.period as { date: string }).date : '9999';
      }
      case 'narrowed':
        return event.decisions.some((row) => same(row) && row.decision !== 'given') ? undefined : before();
      case 'withdrawn': {
        const { scope: taken } = event;
        const hit =
          'all' in taken ||
          ('agency' in taken && taken.agency === agency) ||
          ('item' in taken && taken.item === item) ||
          ('purpose' in taken && taken.purpose === purpose);
        return hit ? undefined : before();
      }
      case 'terminated':
      case 'invalidated':
        return undefined;
      default: {
        // Asking again leaves a yes as it is, unless it was over: then it is a question again.
        const until = before();
        return until !== undefined && until < tokyoDay(event.at) && asks((event as ConsentEvent & { type: 'requested' }).request)
          ? undefined
          : until;
      }
    }
  };
  const until = givenUntil(past.length);
  return until !== undefined && until >= tokyoDay(at);
}
