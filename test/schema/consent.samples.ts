/** Consents that tests share. */
import assert from 'node:assert/strict';
import { appendEvent, type ConsentDraft, type ConsentEvent, type Expressed, type RequestDraft } from '@tsunagu/schema/consent';

export const noticeText = 'あなたの話を、だれに、どこまで伝えてよいか、いっしょに決めます。伝えなくても、相談は続けられます。';

export const request = (more: Partial<RequestDraft> = {}): RequestDraft => ({
  purposes: ['referral', 'plan-meeting'],
  agencies: ['chiiki-houkatsu', 'school'],
  items: ['name', 'worries', 'health'],
  period: { until: 'plan-end' },
  withdrawal: [{ way: 'phone', detail: '0743-74-1111' }, { way: 'desk' }],
  notices: [
    { version: '2026-04', language: 'ja', text: noticeText },
    { version: '2026-04', language: 'ja', variant: 'easy', text: 'あなたの 話を だれに 伝えて いいか、いっしょに 決めます。' },
  ],
  ...more,
});

export const spoken: Expressed = {
  by: 'self',
  how: 'oral',
  language: 'ja',
  explainedBy: { agency: 'city-hall', name: '相談 花子' },
  witness: { name: '立会 次郎', role: '民生委員' },
};

type Cell = readonly [purpose: string, agency: string, item: string];

/** Every cell of a request, each with `decide`. */
export const cells = (
  { purposes, agencies, items }: Pick<RequestDraft, 'purposes' | 'agencies' | 'items'>,
  decide: (...cell: Cell) => 'given' | 'refused' | 'not-asked' = () => 'given',
) =>
  purposes.flatMap((purpose) =>
    agencies.flatMap((agency) => items.map((item) => ({ purpose, agency, item, decision: decide(purpose, agency, item) }))),
  );

/** A record that grows a day at a time from 2026-11-24 10:00 in Japan; a refusal fails the test. */
export class Story {
  events: ConsentEvent[] = [];
  #hours = 0;
  constructor(
    readonly record = 'record-1',
    readonly subject = 'case-7-a',
  ) {}

  get now(): string {
    return new Date(Date.UTC(2026, 10, 24, 1) + this.#hours * 3_600_000).toISOString();
  }

  wait(days: number): this {
    this.#hours += days * 24;
    return this;
  }

  /** Like {@link add}, but for a refusal as well. */
  async try(draft: object) {
    return appendEvent(
      this.events,
      { record: this.record, subject: { ref: this.subject }, at: this.now, ...draft } as unknown as ConsentDraft,
      { now: this.now },
    );
  }

  async add(draft: object): Promise<this> {
    const result = await this.try(draft);
    assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
    this.events = result.events;
    this.#hours += 24;
    return this;
  }

  ask(more: Partial<RequestDraft> = {}) {
    return this.add({ type: 'requested', request: request(more) });
  }

  /** The hash of the last question's first notice. */
  get notice(): string {
    const asked = this.events.findLast((event) => event.type === 'requested');
    assert.ok(asked?.type === 'requested');
    return asked.request.notices[0]!.hash;
  }

  give(more: Partial<RequestDraft> = {}) {
    return this.add({ type: 'given', expressed: spoken, notice: this.notice, decisions: cells(request(more)) });
  }

  giveSome(decide: Parameters<typeof cells>[1], more: Partial<RequestDraft> = {}) {
    return this.add({ type: 'partly-given', expressed: spoken, notice: this.notice, decisions: cells(request(more), decide) });
  }
}

/** A record in which everything that was asked is given. */
export const givenStory = async (more: Partial<RequestDraft> = {}): Promise<Story> => {
  const story = new Story();
  await story.ask(more);
  return story.give(more);
};

export const cell = (purpose: string, agency: string, item: string) => ({ purpose, agency, item });
