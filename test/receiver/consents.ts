/** Consents as desks send them. */
import assert from 'node:assert/strict';
import { appendEvent, type ConsentDraft, type ConsentEvent, type RequestDraft } from '@tsunagu/schema/consent';
import { cells, request as asked, spoken } from '../schema/consent.samples.js';
import { newKey, type Answer, type House } from './house.js';

/** Two agencies of 生駒, and one that is not in its directory. */
export const care = 'forest';
export const rights = 'rights-advocacy';
export const school = 'school';

export const request = (more: Partial<RequestDraft> = {}): RequestDraft => asked({ agencies: [care, rights, school], ...more });

/** One person's record in a case, as a worker's page writes it. */
export class Record {
  events: ConsentEvent[] = [];
  constructor(
    readonly house: Pick<House, 'ask' | 'clock'>,
    readonly number: string,
    readonly token: string,
    readonly subject = `${number}.person`,
    readonly record: string = crypto.randomUUID(),
  ) {}

  get path(): string {
    return `/api/staff/consultations/${this.number}`;
  }

  /** An event after the last one that this worker knows; nothing is sent. */
  async make(draft: object, known: readonly ConsentEvent[] = this.events): Promise<ConsentEvent> {
    const { now } = this.house.clock;
    const own = { record: this.record, subject: { ref: this.subject }, at: now.toISOString(), ...draft } as unknown as ConsentDraft;
    const made = await appendEvent(known, own, { now });
    assert.ok(made.ok, made.ok ? '' : JSON.stringify(made.refusal));
    return made.event;
  }

  post(events: readonly unknown[], house: Pick<House, 'ask'> = this.house): Promise<Answer> {
    return house.ask(`${this.path}/consents`, { body: { events }, token: this.token });
  }

  async add(...drafts: object[]): Promise<Answer> {
    const events = [...this.events];
    for (const draft of drafts) events.push(await this.make(draft, events));
    const answer = await this.post(events.slice(this.events.length));
    assert.equal(answer.status, 201, answer.text);
    this.events = events;
    return answer;
  }

  given = (decide?: Parameters<typeof cells>[1]) => ({
    type: decide ? 'partly-given' : 'given',
    expressed: spoken,
    notice: this.notice,
    decisions: cells(request(), decide),
  });

  get notice(): string {
    const question = this.events.findLast((event) => event.type === 'requested');
    assert.ok(question?.type === 'requested');
    return question.request.notices[0]!.hash;
  }

  /** Everything that was asked is given. */
  async give(): Promise<this> {
    await this.add({ type: 'requested', request: request() });
    await this.add(this.given());
    return this;
  }

  withdraw = (scope: object) => ({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope });

  async read(house: Pick<House, 'ask'> = this.house) {
    const { status, body } = await house.ask(`${this.path}/consents`, { token: this.token });
    assert.equal(status, 200);
    return body;
  }

  tell(agency: string, items: string[], { key = newKey(), purpose = 'referral', house = this.house } = {}) {
    return house.ask(`${this.path}/shipments`, { body: { record: this.record, agency, purpose, items }, token: this.token, key });
  }
}
