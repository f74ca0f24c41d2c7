/** Sheets, consents and histories that the tests of the referral share. */
import assert from 'node:assert/strict';
import { itemIds, type ConsentEvent } from '@tsunagu/schema/consent';
import {
  advance,
  appendReferral,
  referralVersion,
  type Actor,
  type ConsentsByRef,
  type ReferralAction,
  type ReferralCase,
  type ReferralDraft,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { Story } from './consent.samples.js';

/** Tuesday, 24 November 2026, 10:00 in Japan: the day after a holiday. */
export const start = Date.UTC(2026, 10, 24, 1);
export const hours = (count: number): string => new Date(start + count * 3_600_000).toISOString();
export const days = (count: number): string => hours(count * 24);

export const A = 'city-hall';
export const B = 'chiiki-houkatsu';
export const C = 'school';
export const D = 'hospital';
export const E = 'shakyo';
export const K = 'coordinator-desk';
export const desks = [A, B, C, D, E, K] as const;
export const desk = (agency: string): Actor => ({ agency, name: '担当 花子' });
export const clock: Actor = { system: 'clock' };

export const leastSheet = (more: Partial<ReferralSheet> = {}): ReferralSheet => ({
  schemaVersion: referralVersion,
  id: 'sheet-1',
  salt: '0123456789abcdef0123456789abcdef',
  createdAt: hours(0),
  from: { agency: A },
  to: { agency: B },
  coordinator: { agency: K },
  basis: { kind: 'consent' },
  person: { ref: 'case-7-a' },
  topics: ['care'],
  ...more,
});

const finding = (area: string) => ({ level: 'worry' as const, note: `見立て-${area}` });

/** A sheet with every field. */
export const fullSheet = (more: Partial<ReferralSheet> = {}): ReferralSheet => ({
  schemaVersion: referralVersion,
  id: 'sheet-1',
  salt: '0123456789abcdef0123456789abcdef',
  createdAt: hours(0),
  city: '292095',
  from: { agency: A, name: '総合相談窓口', worker: '相談 花子', section: '地域共生係' },
  to: { agency: B, name: '地域包括支援センター' },
  coordinator: { agency: K, name: '調整担当' },
  copyTo: [{ agency: E, name: '社会福祉協議会' }],
  respondDays: 3,
  respondBy: '2026-11-27',
  purpose: 'referral',
  basis: { kind: 'consent' },
  person: {
    ref: 'case-7-a',
    name: '葛󠄀城 髙子',
    kana: 'かつらぎ たかこ',
    birthDate: '1941-02-28',
    ageBand: '85-plus',
    sex: 'female',
    address: '奈良県生駒市東新町8-38',
    town: '東新町',
    phones: ['0743-74-1111', '090-1234-5678'],
    consent: { record: 'record-1', seq: 1, hash: 'a'.repeat(64) },
  },
  household: {
    size: 3,
    members: [
      {
        ref: 'case-7-b',
        relation: 'child',
        name: '葛城 一郎',
        kana: 'かつらぎ いちろう',
        age: 58,
        birthDate: '1968-05-01',
        sex: 'male',
        together: true,
        work: '会社を休んでいる',
        health: '眠れない',
        care: '介護で疲れている',
        note: '話しかけると黙る',
        consent: { record: 'record-2' },
      },
      { ref: 'case-7-c', relation: 'grandchild', age: 0, note: '保育園を待っている' },
    ],
    note: '三世代で暮らす',
  },
  about: { who: 'family', role: 'other', relation: '母', awareness: 'knows' },
  language: 'ja-x-easy',
  topics: ['care', 'care/dementia', 'debt', 'dv-abuse', 'ikoma-bear'],
  mainTopic: 'care/dementia',
  since: 'half-year',
  urgency: 'days',
  words: '母のもの忘れが増えて、夜に家を出てしまいます。',
  wishes: '家で暮らし続けたい',
  refuses: '学校には知られたくない',
  situation: '夜間の見守りが家族だけでは続かない。\n家計も苦しい。',
  contact: {
    mode: 'named',
    nickname: 'はなこ',
    name: '葛城 花子',
    kana: 'かつらぎ はなこ',
    ways: ['phone', 'email', 'fax', 'letter'],
    phone: '0743-74-2222',
    email: 'hanako@example.jp',
    fax: '0743-74-3333',
    address: '奈良県生駒市東新町8-39',
    safeCall: { voicemail: 'no', callerName: 'other', callerNameText: '図書館', times: ['morning'], never: '夜はかけない' },
  },
  needs: { ids: ['interpreter'], language: 'Tiếng Việt', note: '耳が遠い' },
  safety: { dangers: ['violence', 'suicide', 'crime'], note: '玄関に大きな犬' },
  supporters: [{ agency: 'clinic', name: '見本医院', role: '主治医', since: '2020年', note: '月1回の診察' }],
  assessment: {
    health: finding('health'),
    care: finding('care'),
    housing: finding('housing'),
    income: finding('income'),
    debt: finding('debt'),
    work: finding('work'),
    household: finding('household'),
    children: finding('children'),
    isolation: finding('isolation'),
    violence: finding('violence'),
    view: '世帯まるごとの支援がいる',
  },
  done: [{ on: '2026-11-20', by: '相談 花子', what: '自宅を訪問した' }],
  request: { ids: ['visit', 'assess'], text: '介護認定の申請を手伝ってほしい', by: '2026-12-04' },
  attachments: [{ ref: 'file-1', kind: 'form', title: '受付票の写し', item: 'health', place: '地域共生係の棚', hash: 'b'.repeat(64) }],
  source: { schemaVersion: '1.0', number: 'K7MF-3W9X', receivedAt: hours(-48), window: { id: 'city-hall', name: '総合相談窓口' } },
  ...more,
});

export const conferenceBasis = (members: readonly string[] = [B, K], items: string[] = ['name', 'worries', 'health']) => ({
  kind: 'support-conference' as const,
  basis: { law: '社会福祉法' as const, article: '106-6' as const, item: '1' as const },
  grounds: { why: ['urgent' as const], reason: '本人に会えず、命に関わるおそれがある', consent: 'not-asked' as const },
  members: members.map((agency) => ({
    name: `構成 ${agency}`,
    agency,
    duty: { article: '106-6' as const, item: '5' as const, acknowledgedAt: hours(-1) },
  })),
  items,
  askAgain: { notBecause: '本人に会えていない' },
});

/** Records of consent in which `decide` says what each person lets each desk have; asked and answered before the sheet. */
export async function consentsOf(
  decide: (agency: string, item: string, ref: string) => 'given' | 'refused' | 'not-asked' = () => 'given',
  refs: readonly string[] = ['case-7-a', 'case-7-b', 'case-7-c'],
): Promise<Record<string, ConsentEvent[]>> {
  const asked = { purposes: ['referral'], agencies: [B, C, D, E, K], items: [...itemIds] };
  const records: Record<string, ConsentEvent[]> = {};
  for (const ref of refs) {
    const story = new Story(`record-${ref}`, ref).wait(-10);
    await story.ask(asked);
    const decided = (_purpose: string, agency: string, item: string) => decide(agency, item, ref);
    const anything = asked.agencies.some((agency) => asked.items.some((item) => decided('', agency, item) === 'given'));
    if (anything) await story.giveSome(decided, asked);
    else await story.add({ type: 'refused', expressed: { by: 'self', how: 'oral', language: 'ja' } });
    records[ref] = story.events;
  }
  return records;
}

/** The person takes everything back, `at` that instant. */
export async function withdrawn(records: ConsentsByRef, ref: string, at: string): Promise<Record<string, ConsentEvent[]>> {
  const story = new Story(`record-${ref}`, ref).wait((Date.parse(at) - start) / 86_400_000);
  story.events = [...records[ref]!];
  await story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope: { all: 'yes' } });
  return { ...records, [ref]: story.events } as Record<string, ConsentEvent[]>;
}

/** A draft as an event, with hashes that are only numbers: what a state is computed from. */
export function pretend({ fields, said, handovers, ...head }: ReferralDraft): ReferralEvent {
  const number = String(head.seq).padStart(64, '0');
  const salt = '0'.repeat(32);
  const parts = [
    ...(said ? [{ commit: number, open: { kind: 'said', salt, ...said } }] : []),
    ...handovers.map(({ agency, items }) => ({ commit: number, open: { kind: 'shipped', salt, agency, items, package: number } })),
  ];
  return {
    ...head,
    ...fields,
    id: `event-${head.seq}`,
    ...(head.type === 'sent' && { content: number }),
    ...(parts.length && { parts }),
    hash: number,
  } as unknown as ReferralEvent;
}

/** A sheet on its way, step by step, with real hashes; a refusal fails the test. */
export class Way {
  events: ReferralEvent[] = [];
  now = hours(0);
  constructor(
    public sheet: ReferralSheet,
    public consents?: ConsentsByRef,
    readonly more: Partial<ReferralCase> = {},
  ) {}

  get case(): ReferralCase {
    return { ...this.more, sheet: this.sheet, events: this.events, ...(this.consents && { consents: this.consents }) };
  }

  at(count: number): this {
    this.now = days(count);
    return this;
  }

  /** What `advance` says, without writing it. */
  try(agency: string, action: ReferralAction) {
    return advance(this.case, action, agency === 'clock' ? clock : desk(agency), this.now);
  }

  refused(agency: string, action: ReferralAction): string {
    const result = this.try(agency, action);
    assert.ok(!result.ok, `${JSON.stringify(action)} by ${agency} went through`);
    assert.match(result.refusal.message, /[ぁ-ん].*。$/);
    return result.refusal.code;
  }

  async do(agency: string, action: ReferralAction): Promise<this> {
    const actor = agency === 'clock' ? clock : desk(agency);
    const result = await appendReferral(this.case, action, { actor, at: this.now, id: `event-${this.events.length}` });
    assert.ok(result.ok, result.ok ? '' : `${action.type} by ${agency}: ${JSON.stringify(result.refusal)}`);
    this.events = result.events;
    return this;
  }
}

export const sentWay = async (sheet: ReferralSheet = fullSheet()): Promise<Way> =>
  new Way(sheet, await consentsOf()).do(A, { type: 'send' });
