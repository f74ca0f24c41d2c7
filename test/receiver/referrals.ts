/** つなぐシート as desks send them around. */
import assert from 'node:assert/strict';
import type { ReferralEvent, ReferralSheet } from '@tsunagu/schema/referral';
import { cells, request, spoken } from '../schema/consent.samples.js';
import { care, Record as ConsentRecord, rights } from './consents.js';
import { desk, newKey, send, type Answer, type Ask, type House } from './house.js';

/** The desk that sends, two that are asked, one that gets a copy, whoever coordinates, and one that has nothing to do with it. */
export const sender = desk;
export const copied = 'shakyo';
export const coordinator = 'coordinator';
export const stranger = 'asunaro';
export const everyone = [sender, care, rights, copied, coordinator, stranger] as const;
export type Party = (typeof everyone)[number];

/** What each field says: a word that is nowhere else, so that it can be looked for in whatever a desk is given. */
export const marked = {
  name: '印名前',
  health: '印健康',
  wishes: '印希望',
  words: '印ことば',
  situation: '印経過',
  note: '印安全',
  plan: '印お願い',
  member: '印家族',
} as const;
export type Mark = keyof typeof marked;

export const marksIn = (text: string): Mark[] => (Object.keys(marked) as Mark[]).filter((mark) => text.includes(marked[mark])).sort();

/** Items of the marks. */
export const items = [
  'name',
  'worries',
  'urgency',
  'own-words',
  'wishes',
  'history',
  'safe-contact',
  'plan',
  'household',
  'assessment',
  'health',
  'care',
  'isolation',
] as const;

/** What the person lets whom have: 本人 gives the care desk most, the coordinator the worry alone, the copied desk name and worry. */
export const partly = (_purpose: string, agency: string, item: string): 'given' | 'refused' => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    [care]: ['name', 'worries', 'urgency', 'wishes', 'plan', 'household', 'care', 'isolation'],
    [coordinator]: ['worries', 'urgency'],
    [copied]: ['name', 'worries'],
    [rights]: ['worries', 'wishes'],
  };
  return allowed[agency]?.includes(item) ? 'given' : 'refused';
};

export const tokensOf = async (house: Pick<House, 'token'>): Promise<Record<Party, string>> => {
  const entries: [string, string][] = [];
  for (const party of everyone) entries.push([party, await house.token(party)]);
  return Object.fromEntries(entries) as Record<Party, string>;
};

export interface Table {
  houses: readonly [House, ...House[]];
  tokens: Record<Party, string>;
}

/** A case with a sheet in it, and everybody who asks for it. */
export class Round {
  id = '';
  revision = 0;
  consent!: ConsentRecord;
  #turn = 0;

  private constructor(
    readonly table: Table,
    readonly number: string,
  ) {}

  /** A consultation, and the consent of the person. */
  static async begin(table: Table, decide?: Parameters<typeof cells>[1]): Promise<Round> {
    const round = await Round.unasked(table);
    await round.consentTo(`${round.number}.person`, decide ?? partly);
    return round;
  }

  /** A consultation; nobody was asked for consent. */
  static async unasked(table: Table): Promise<Round> {
    const [house] = table.houses;
    const { number } = await send(house, {
      words: marked.words,
      topics: ['care', 'hikikomori-truancy'],
      mainTopic: 'care',
      urgency: 'days',
      person: { name: marked.name, household: [{ relation: 'child', age: 40, note: marked.member }] },
    });
    return new Round(table, number);
  }

  async consentTo(subject: string, decide: Parameters<typeof cells>[1]): Promise<ConsentRecord> {
    const [house] = this.table.houses;
    const record = new ConsentRecord(house, this.number, this.table.tokens[sender], subject);
    const asked = request({ purposes: ['referral'], agencies: [care, rights, copied, coordinator], items: [...items] });
    await record.add({ type: 'requested', request: asked });
    await record.add({ type: 'partly-given', expressed: spoken, notice: record.notice, decisions: cells(asked, decide) });
    if (subject === `${this.number}.person`) this.consent = record;
    return record;
  }

  get house(): House {
    return this.table.houses[this.#turn++ % this.table.houses.length]!;
  }

  get path(): string {
    return `/api/staff/referrals/${this.id}`;
  }

  ask(party: Party, path: string, options: Ask = {}): Promise<Answer> {
    return this.house.ask(path, { ...options, token: this.table.tokens[party] });
  }

  /** The draft of a sheet, with a word in every field that the consultation has not filled. */
  async draft(to: string = care, more: Partial<ReferralSheet> = {}): Promise<ReferralSheet> {
    const begun = await this.ask(sender, `/api/staff/consultations/${this.number}/referrals`, { body: { to }, key: newKey() });
    assert.equal(begun.status, 201, begun.text);
    this.id = begun.body.id;
    this.revision = begun.body.revision;
    const sheet: ReferralSheet = {
      ...(begun.body.sheet as ReferralSheet),
      copyTo: [{ agency: copied }],
      wishes: marked.wishes,
      situation: marked.situation,
      safety: { note: marked.note },
      request: { ids: ['visit'], text: marked.plan },
      assessment: { health: { level: 'worry', note: marked.health } },
      ...more,
    };
    const saved = await this.save(sheet);
    assert.equal(saved.status, 200, saved.text);
    return saved.body.sheet as ReferralSheet;
  }

  async save(sheet: ReferralSheet, revision = this.revision, party: Party = sender): Promise<Answer> {
    const saved = await this.ask(party, `${this.path}/draft`, { method: 'PUT', body: { sheet }, headers: { 'if-match': `"${revision}"` } });
    if (saved.status === 200) this.revision = saved.body.revision;
    return saved;
  }

  view(party: Party): Promise<Answer> {
    return this.ask(party, this.path);
  }

  async seen(party: Party): Promise<{ sheet: ReferralSheet; events: ReferralEvent[]; state: { business: string; transport: string } }> {
    const { status, body, text } = await this.view(party);
    assert.equal(status, 200, text);
    return body;
  }

  /** What is asked of the receiver, with the number of events that the desk sees now, or the one given. */
  async try(
    party: Party,
    action: object,
    { seq, key = newKey(), ...more }: { seq?: number; key?: string; [field: string]: unknown } = {},
  ): Promise<Answer> {
    const known = seq ?? ((await this.view(party)).body.events as unknown[]).length;
    return this.ask(party, `${this.path}/actions`, { body: { action, seq: known, worker: `担当 ${party}`, ...more }, key });
  }

  async do(party: Party, action: object): Promise<Answer> {
    const answer = await this.try(party, action);
    assert.equal(answer.status, 201, `${JSON.stringify(action)} by ${party}: ${answer.text}`);
    return answer;
  }

  async sent(): Promise<this> {
    await this.draft();
    await this.do(sender, { type: 'send' });
    return this;
  }

  list(party: Party, box: string, more = ''): Promise<Answer> {
    return this.ask(party, `/api/staff/referrals?box=${box}${more}`);
  }

  /** The boxes of a desk in which the sheet is. */
  async boxes(party: Party): Promise<string[]> {
    const found: string[] = [];
    for (const box of ['inbox', 'sent', 'overdue', 'drafts', 'past']) {
      const { body } = await this.list(party, box, '&limit=100');
      if (body.items.some(({ id }: { id: string }) => id === this.id)) found.push(box);
    }
    return found;
  }
}

export { care, rights };
