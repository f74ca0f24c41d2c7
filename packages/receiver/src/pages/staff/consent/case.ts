/** A case's consents as the receiver has them, and the one way of writing to them. No DOM. */
import { appendEvent, consentState, type ConsentEvent, type ConsentState } from '@tsunagu/schema/consent';
import type { Acknowledgement, ConsentReceipt, ConsentRecord, Consents, DrawingAnswer, ShipmentAnswer } from '../../../wire-consent.js';
import { newKey, type Reply } from '../../ask.js';
import type { Session } from '../session.js';

const nothing: Consents = { at: '', records: [], shipments: [], acknowledgements: [] };

/** A record that was changed, as the rules must see it: one that cannot be followed, so that nothing is given in it. */
export const judged = ({ whole, events }: Pick<ConsentRecord, 'whole' | 'events'>): readonly ConsentEvent[] =>
  whole ? events : [...events, ...events];

/** Somebody writes at the same time; more often than this is no coincidence. */
const tries = 4;

export class ConsentCase {
  consents = nothing;
  /** How far this computer's clock is behind the receiver's, in ms. */
  #behind = 0;
  readonly #path: string;

  constructor(
    private readonly session: Session,
    readonly number: string,
  ) {
    this.#path = `api/staff/consultations/${number}`;
  }

  /** The receiver's time: what is written by it is not refused for this computer's clock. */
  get now(): Date {
    return new Date(Date.now() + this.#behind);
  }

  async load(): Promise<Reply<Consents>> {
    const reply = await this.session.ask<Consents>(`${this.#path}/consents`);
    if (reply.ok) {
      this.consents = reply.data;
      this.#behind = Date.parse(reply.data.at) - Date.now();
    }
    return reply;
  }

  /** The record that counts for a person: the one that stands, else the one begun last. */
  recordOf(subject: string): ConsentRecord | undefined {
    const own = this.consents.records.filter((record) => record.subject === subject);
    return own.find(({ whole, valid, status }) => whole && (valid || status === 'requested')) ?? own.at(-1);
  }

  eventsOf(subject: string): ConsentEvent[] {
    return this.recordOf(subject)?.events ?? [];
  }

  /** The record that can be gone on with: a new one is begun in place of one that was changed. */
  openEventsOf(subject: string): ConsentEvent[] {
    const record = this.recordOf(subject);
    return record?.whole ? record.events : [];
  }

  /** At the receiver's time, or at the last event's where a desk's clock ran ahead. Nothing is given in a record that was changed. */
  stateOf(subject: string): ConsentState {
    const record = this.recordOf(subject);
    if (!record) return consentState([], this.now);
    return consentState(judged(record), this.momentOf(record.events));
  }

  /** For rules that look at a record without checking its chain. */
  judgedEventsOf(subject: string): readonly ConsentEvent[] {
    const record = this.recordOf(subject);
    return record ? judged(record) : [];
  }

  momentOf(events: readonly ConsentEvent[]): Date {
    return new Date(Math.max(this.now.getTime(), Date.parse(events.at(-1)?.at ?? '') || 0));
  }

  /**
   * Appends. A withdrawal that somebody else was faster than is written anew after what they wrote, since nothing of theirs can make it untrue;
   * anything else is for the worker to look at again. The record is loaded anew either way.
   */
  async append(events: readonly ConsentEvent[], drawings: readonly DrawingAnswer[] = []): Promise<Reply<ConsentReceipt>> {
    let sent = events;
    for (let attempt = 1; ; attempt++) {
      const reply = await this.session.ask<ConsentReceipt>(`${this.#path}/consents`, {
        body: { events: sent, ...(drawings.length ? { drawings } : {}) },
      });
      if (reply.ok || reply.status === 409) await this.load();
      if (reply.ok || reply.status !== 409 || attempt === tries) return reply;
      const anew = await this.#chainAnew(events);
      if (!anew) return reply;
      sent = anew;
    }
  }

  async #chainAnew(events: readonly ConsentEvent[]): Promise<ConsentEvent[] | undefined> {
    const { subject, record } = events[0]!;
    const held = this.consents.records.find((one) => one.record === record && one.subject === subject.ref);
    if (!held?.whole || !events.every(({ type }) => type === 'withdrawn')) return undefined;
    let all: readonly ConsentEvent[] = held.events;
    for (const { seq: _seq, hash: _hash, previous: _previous, id: _id, at: _at, ...event } of events) {
      const moment = this.momentOf(all);
      const made = await appendEvent(all, { ...event, at: moment.toISOString() }, { now: moment });
      if (!made.ok) return undefined;
      all = made.events;
    }
    return all.slice(held.events.length);
  }

  /** `key`: the same for each try of the same telling. */
  async tell(
    record: string,
    telling: { agency: string; purpose: string; items: string[] },
    key = newKey(),
  ): Promise<Reply<ShipmentAnswer>> {
    const reply = await this.session.ask<ShipmentAnswer>(`${this.#path}/shipments`, { body: { record, ...telling }, key });
    if (reply.ok) await this.load();
    return reply;
  }

  async acknowledge(record: string, agency: string, name: string): Promise<Reply<Acknowledgement>> {
    const body = { record, agency, ...(name ? { name } : {}) };
    const reply = await this.session.ask<Acknowledgement>(`${this.#path}/acknowledgements`, { body });
    if (reply.ok) await this.load();
    return reply;
  }

  drawing(hash: string): Promise<Reply<DrawingAnswer>> {
    return this.session.ask(`${this.#path}/drawings/${hash}`);
  }
}
