/** One invented household of 生駒市 and what they agreed to, for the tests of the sender's side; runs in Node and in a browser. */
import { appendEvent, itemIds, type ConsentDraft, type ConsentEvent } from '@tsunagu/schema/consent';
import type { Consultation } from '@tsunagu/schema/consultation';
import { referralFromConsultation, type ConsentsByRef, type ReferralSheet } from '@tsunagu/schema/referral';

/** Tuesday, 24 November 2026, 10:00 in Japan. */
export const at = '2026-11-24T01:00:00.000Z';
export const person = 'case-0123-a';
export const desk = 'kurashi-shigoto';

export const consultation = {
  schemaVersion: '1.0',
  language: 'ja',
  about: { who: 'self' },
  topics: ['income', 'rent-loan', 'care'],
  mainTopic: 'rent-loan',
  words: '母の物忘れがひどくなり、仕事をやめました。\n家賃が2か月おくれています。',
  since: 'half-year',
  urgency: 'days',
  contact: {
    mode: 'named',
    name: '見本 太郎',
    ways: ['phone'],
    phone: '090-0000-0000',
    safeCall: { voicemail: 'no', times: ['morning'], never: '夜はかけないでください' },
  },
  person: {
    name: '見本 太郎',
    kana: 'みほん たろう',
    birthDate: '1974-05-01',
    town: '東新町',
    household: [{ relation: 'parent', age: 82, note: '物忘れ' }],
  },
} as Consultation;

const prefilled = referralFromConsultation(consultation, {
  at,
  from: { agency: 'city-hall', name: '生駒市役所庁内', worker: '相談 花子' },
  to: { agency: desk, name: '生駒市くらしとしごと支援センター' },
  coordinator: { agency: 'shakyo', name: 'いこまる主任推進員' },
  ref: person,
  id: 'r-0123',
  salt: '0123456789abcdef0123456789abcdef',
});

/** A sheet as it comes from the consultation, and a number for the person. */
export const sheet = (more: Partial<ReferralSheet> = {}): ReferralSheet => ({
  ...prefilled,
  person: { ...prefilled.person, phones: ['0743-00-0000'] },
  ...more,
});

type Decide = (agency: string, item: string) => 'given' | 'refused' | 'not-asked';

/** The record of one person, asked and answered ten days before. */
export async function recordOf(ref: string, decide: Decide): Promise<ConsentEvent[]> {
  let events: ConsentEvent[] = [];
  const asked = { purposes: ['referral'], agencies: [desk, 'higashi-ikoma', 'shakyo'], items: [...itemIds] };
  const write = async (draft: object, day: number): Promise<void> => {
    const now = new Date(Date.parse(at) - day * 86_400_000).toISOString();
    const head = {
      record: `consent-${ref}`,
      subject: { ref },
      at: now,
      id: `e-${ref}-${events.length}`,
      writtenBy: { agency: 'city-hall', name: '相談 花子' },
    };
    const result = await appendEvent(events, { ...head, ...draft } as unknown as ConsentDraft, { now });
    if (!result.ok) throw new Error(`${result.refusal.message} ${JSON.stringify(result.refusal.issues)}`);
    events = result.events;
  };
  const notices = [{ version: '1', language: 'ja', text: 'だれに、どこまで伝えてよいか、いっしょに決めます。' }];
  await write({ type: 'requested', request: { ...asked, period: { until: 'plan-end' }, withdrawal: [{ way: 'desk' }], notices } }, 10);
  const [question] = events;
  const notice = question?.type === 'requested' ? question.request.notices[0]!.hash : '';
  const decisions = asked.agencies.flatMap((agency) =>
    asked.items.map((item) => ({ purpose: 'referral', agency, item, decision: decide(agency, item) })),
  );
  const expressed = {
    by: 'self',
    how: 'oral',
    language: 'ja',
    explainedBy: { agency: 'city-hall', name: '相談 花子' },
    witness: { name: '立会 次郎' },
  };
  const yes = decisions.filter(({ decision }) => decision === 'given').length;
  if (!yes) await write({ type: 'refused', expressed }, 9);
  else await write({ type: yes === decisions.length ? 'given' : 'partly-given', expressed, notice, decisions }, 9);
  return events;
}

/** The person agrees to all but what is held back. */
export const consents = async (heldBack: readonly string[] = []): Promise<ConsentsByRef> => ({
  [person]: await recordOf(person, (_agency, item) => (heldBack.includes(item) ? 'refused' : 'given')),
});
