/** Consent records of one invented person in 生駒市, in every state: written by the same rules as real ones, under a clock that stands still. */
import {
  appendEvent,
  type CellDecision,
  type ConsentDraft,
  type ConsentEvent,
  type Expressed,
  type RequestDraft,
  type Shipment,
} from '@tsunagu/schema/consent';
import type { Consultation } from '@tsunagu/schema/consultation';
import { noticesFor } from '../../packages/consent-dialog/src/notices.js';
import { ikoma } from '../cities.js';

/** A Tuesday morning in Japan; records begin some weeks before it. */
export const now = '2026-11-24T01:00:00.000Z';

export const subject = { ref: 'case-0123-a' };

export const worker = { name: '相談 花子', section: 'city-hall' };

/** A request may bring names for ids of the city's own; the schema keeps them with it. */
export type StoryRequest = RequestDraft & { labels?: Record<string, Record<string, string | { ja: string; en: string }>> };

export const request: StoryRequest = {
  purposes: ['referral', 'plan-meeting'],
  agencies: ['kurashi-shigoto', 'higashi-ikoma', 'health-section'],
  items: ['name', 'contact', 'worries', 'own-words', 'household', 'income', 'debt', 'health'],
  period: { until: 'date', date: '2027-03-31' },
  withdrawal: [{ way: 'desk' }, { way: 'phone', detail: '0743-74-1111' }, { way: 'worker' }],
  notices: [],
  askedBy: { agency: 'city-hall', name: '相談 花子' },
};

/** One purpose, one desk, three things: the shortest question there is reason to ask. */
export const shortRequest: StoryRequest = {
  ...request,
  purposes: ['referral'],
  agencies: ['kurashi-shigoto'],
  items: ['name', 'contact', 'worries'],
  period: { until: 'plan-end' },
};

/** What the person told the first desk. */
export const consultation: Consultation = {
  schemaVersion: '1.0',
  about: { who: 'self' },
  topics: ['income', 'rent-loan', 'care', 'illness-disability'],
  mainTopic: 'rent-loan',
  words: '母の物忘れがひどくなり、仕事をやめました。\n家賃が2か月おくれています。夜、眠れません。',
  since: 'half-year',
  urgency: 'days',
  contact: {
    mode: 'named',
    name: '見本 太郎',
    kana: 'みほん たろう',
    ways: ['phone'],
    phone: '090-0000-0000',
    safeCall: { voicemail: 'no', times: ['morning'] },
  },
  person: { birthDate: '1968-05-10', ageBand: '50-64', town: '東新町', household: [{ relation: 'parent', age: 84, note: '要介護1' }] },
  window: { id: 'city-hall', name: '生駒市役所庁内' },
} as Consultation;

const clock = (days: number): string => new Date(Date.UTC(2026, 9, 20, 1) + days * 86_400_000).toISOString();

export const spoken: Expressed = {
  by: 'self',
  how: 'oral',
  language: 'ja',
  explainedBy: { agency: 'city-hall', name: '相談 花子' },
  witness: { name: '立会 次郎', role: '民生委員' },
};

type Cell = Omit<CellDecision, 'decision' | 'reason'>;

/** A record that grows by the day; whatever cannot follow stops the story with its reason. */
class Book {
  events: ConsentEvent[] = [];
  #day = 0;

  constructor(private readonly wish: StoryRequest) {}

  async write(draft: object, wait = 3): Promise<this> {
    const at = clock(this.#day);
    const result = await appendEvent(
      this.events,
      {
        record: 'consent-0123-a',
        subject,
        at,
        id: `event-${this.events.length}`,
        writtenBy: { agency: 'city-hall', name: '相談 花子' },
        ...draft,
      } as unknown as ConsentDraft,
      { now: at },
    );
    if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message} ${JSON.stringify(result.refusal.issues)}`);
    this.events = result.events;
    this.#day += wait;
    return this;
  }

  /** A question with a text of the city's own, unless it brings others. */
  async ask(asked: StoryRequest = this.wish): Promise<this> {
    const own = [{ version: 'ikoma-2026-04', language: 'ja', text: 'あなたの話を、だれに、どこまで伝えてよいか、いっしょに決めます。' }];
    const notices = asked.notices.length ? asked.notices : own;
    return this.write({ type: 'requested', request: { ...asked, notices } });
  }

  get #asked(): Extract<ConsentEvent, { type: 'requested' }>['request'] {
    const event = this.events.findLast(({ type }) => type === 'requested');
    if (event?.type !== 'requested') throw new Error('Nothing was asked.');
    return event.request;
  }

  #answer(decide: (cell: Cell) => Pick<CellDecision, 'decision' | 'reason'>): object {
    const { purposes, agencies, items, notices } = this.#asked;
    const cells = purposes.flatMap((purpose) => agencies.flatMap((agency) => items.map((item) => ({ purpose, agency, item }))));
    return { expressed: spoken, notice: notices[0]!.hash, decisions: cells.map((cell) => ({ ...cell, ...decide(cell) })) };
  }

  give(): Promise<this> {
    return this.write({ type: 'given', ...this.#answer(() => ({ decision: 'given' })) });
  }

  givePart(): Promise<this> {
    return this.write({
      type: 'partly-given',
      ...this.#answer(({ agency, item }) =>
        agency === 'health-section' && item !== 'name'
          ? { decision: 'refused', reason: '健康課には知られたくない' }
          : item === 'debt'
            ? { decision: 'not-asked' }
            : { decision: 'given' },
      ),
    });
  }
}

const book = (wish = request): Promise<Book> => Promise.resolve(new Book(wish));
type Turn = (book: Book) => Promise<Book>;
const asked: Turn = (written) => written.ask();
const given: Turn = async (written) => (await written.ask()).give();
const then =
  (first: Turn, draft: object): Turn =>
  async (written) =>
    (await first(written)).write(draft);

const turns = {
  none: (written) => Promise.resolve(written),
  requested: asked,
  given,
  'partly-given': async (written) => (await written.ask()).givePart(),
  refused: then(asked, { type: 'refused', expressed: spoken, reAskAfter: '2026-12-24' }),
  deferred: then(asked, { type: 'deferred', expressed: spoken }),
  renewed: then(given, { type: 'renewed', expressed: spoken, period: { until: 'date', date: '2027-09-30' } }),
  narrowed: then(given, {
    type: 'narrowed',
    expressed: spoken,
    decisions: [{ purpose: 'plan-meeting', agency: 'health-section', item: 'debt', decision: 'refused' }],
  }),
  withdrawn: then(given, { type: 'withdrawn', expressed: spoken, scope: { all: 'yes' }, reAskAfter: 'never' }),
  expired: async (written) => (await written.ask({ ...request, period: { until: 'date', date: '2026-11-20' } })).give(),
  terminated: then(given, { type: 'terminated', because: 'plan-ended' }),
  invalidated: then(given, { type: 'invalidated', because: 'misexplained' }),
  /** A record of which an event has gone missing. */
  unknown: given,
} satisfies Record<string, Turn>;

export type RecordState = keyof typeof turns;

/** The record of a person whose consent stands at `state` on {@link now}. */
export async function recordIn(state: RecordState, wish = request): Promise<ConsentEvent[]> {
  const { events } = await turns[state](await book(wish));
  return state === 'unknown' ? events.slice(1) : events;
}

/** A question that waits for its answer, in our own words in every language. */
export async function askedInOurWords(): Promise<ConsentEvent[]> {
  const notices = await noticesFor(request, { directory: ikoma, languages: ['ja', 'ja-x-easy', 'en'] });
  return (await (await book()).ask({ ...request, notices })).events;
}

/** A valid consent, and a new question beside it that waits for its answer. */
export async function askedMore(): Promise<ConsentEvent[]> {
  const written = await given(await book());
  return (await written.ask({ ...request, purposes: ['referral'], agencies: ['shakyo'], items: ['name', 'worries'] })).events;
}

/** What has been sent so far: one desk knows of everything that was told it, another was told last week. */
export const shipments: readonly Shipment[] = [
  { id: 'sheet-1', at: clock(7), agency: 'kurashi-shigoto', purpose: 'referral', items: ['name', 'contact', 'worries', 'income'] },
  { id: 'sheet-2', at: clock(9), agency: 'health-section', purpose: 'referral', items: ['name', 'health'] },
];

/** A question with all that a stranger might put into it. */
export const hostileRequest: StoryRequest = {
  ...request,
  purposes: ['referral', 'city.moving-home'],
  agencies: ['kurashi-shigoto', 'school-east', 'toString', 'x'.repeat(64)].map((id) => id.toLowerCase()),
  items: ['name', 'pets', '0', 'constructor'],
  period: { until: 'event', event: '「終わり」<script>alert(1)</script> {{7*7}} ${x}' },
  withdrawal: [
    { way: 'phone', detail: 'あ'.repeat(200) },
    { way: 'online', detail: 'https://example.jp/'.repeat(8) },
  ],
  askedBy: { agency: 'nowhere', name: '"><img src=x onerror=alert(1)>' },
  labels: {
    purposes: { 'city.moving-home': { ja: '新しい住まいをいっしょに探すため', en: 'To look for a new home with you' } },
    agencies: { 'school-east': '学校'.repeat(45) },
    items: { pets: '\u202eすべて伝える\u202c《うそ》', '0': '7 決める\n伝えてよい' },
  },
};
