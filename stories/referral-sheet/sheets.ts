/** Sheets of one invented household in 生駒市, wherever they may stand: moved by the same rules as real ones, under a clock that stands still. */
import { itemIds } from '@tsunagu/schema/consent';
import {
  appendReferral,
  packageFor,
  recordFor,
  referralFromConsultation,
  type Actor,
  type ConsentsByRef,
  type ReferralAction,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { consultation, now, recordIn, request, type RecordState } from '../consent-dialog/records.js';

/** The desk that listened first. */
export const first = { agency: 'city-hall', name: '生駒市役所庁内', worker: '相談 花子' };
/** The desk it is meant for, and another one. */
export const second = { agency: 'kurashi-shigoto', name: '生駒市くらしとしごと支援センター' };
export const third = { agency: 'higashi-ikoma', name: '東生駒地域包括支援センター' };
/** 生駒市 calls whoever coordinates いこまる主任推進員; they are no desk of the table. */
export const coordinator = { agency: 'coordinator', name: 'いこまる主任推進員（地域共生社会推進課）' };

export const names: Readonly<Record<string, string>> = {
  [first.agency]: '相談 花子',
  [second.agency]: '仕事 一郎',
  [third.agency]: '東 良子',
  [coordinator.agency]: '主任 進',
};

const at = (hours: number): string => new Date(Date.parse('2026-11-17T00:30:00Z') + hours * 3_600_000).toISOString();

/** What the first desk wrote besides what the person had told. */
export function written(): ReferralSheet {
  const sheet = referralFromConsultation(consultation, {
    at: at(0),
    from: first,
    to: second,
    coordinator,
    ref: 'case-0123-a',
    id: 'r-4f2a90c1',
    salt: '5f0c2d7c9b1e4a6f8d3b2a1c0e9f7d6b',
    city: '292095',
    number: 'K7M2-9QXF',
    receivedAt: at(-20),
    respondDays: 3,
  });
  return {
    ...sheet,
    person: { ...sheet.person, sex: 'male', address: '東新町8-38' },
    household: {
      size: 2,
      members: [{ ...sheet.household!.members![0]!, name: '見本 ハナ', care: '要介護1。デイサービスは週2回', health: '物忘れ' }],
    },
    wishes: '母と、今の家で暮らしたい。仕事は近くで探したい。',
    refuses: '弟には連絡しないでほしい。',
    situation:
      '3か月前に、母の介護のため退職。雇用保険は受けていない。家賃（月5万2千円）を2か月滞納し、管理会社から連絡が来ている。\n母のデイサービスの利用料も、来月から払えるか心配とのこと。',
    assessment: {
      health: { level: 'watch', note: '夜、眠れない。受診はしていない' },
      care: { level: 'worry', note: '母の介護を一人でしている' },
      housing: { level: 'urgent', note: '今月末までに1か月分を払う約束' },
      income: { level: 'urgent', note: '貯金は残り8万円ほど' },
      debt: { level: 'watch' },
      work: { level: 'worry', note: '半日なら働けると話す' },
      view: '介護と家計が重なり、一人でかかえている。住居確保給付金と、母の介護サービスの見直しを、並べて進めたい。',
    },
    done: [
      { on: '2026-11-16', by: '相談 花子', what: '電話で40分。住居確保給付金の案内を渡した。' },
      { on: '2026-11-17', by: '相談 花子', what: '管理会社への連絡に、本人の希望で同席。' },
    ],
    supporters: [{ agency: third.agency, name: third.name, role: '母のケアマネジャー', since: '2025年' }],
    request: { ids: ['meet', 'service'], text: '住居確保給付金の申請と、仕事の相談をお願いします。', by: '2026-11-27' },
    safety: { note: '午前中に電話。留守番電話には残さない。' },
  };
}

const unasked = ['sex', 'children', 'isolation', 'violence', 'plan'];

/** What was asked: nearly all of it, for each desk that may come to have it, and for whoever coordinates. */
const wish = {
  ...request,
  purposes: ['referral'],
  agencies: [second.agency, third.agency, coordinator.agency],
  items: itemIds.filter((item) => !unasked.includes(item)),
  labels: { agencies: { [coordinator.agency]: coordinator.name } },
};

/** What was agreed: all that was asked but the debts, unless a story wants it otherwise. */
export const consents = async (state: RecordState = 'partly-given'): Promise<ConsentsByRef> => ({
  'case-0123-a': await recordIn(state, wish),
});

type Step = [hours: number, agency: string, action: ReferralAction];

const sent: Step = [1, first.agency, { type: 'send', text: '本人も、そちらの窓口で話したいそうです。' }];
const received: Step = [4, second.agency, { type: 'receive' }];
const accepted: Step = [
  6,
  second.agency,
  {
    type: 'accept',
    firstContactBy: '2026-11-19',
    nextStep: '午前中に電話し、面談の日を決めます。',
    toPerson: '19日の午前中に、お電話します。',
  },
];
const working: Step[] = [
  [50, second.agency, { type: 'contact', on: '2026-11-19', reached: true, text: '電話で話せました。24日に来所。' }],
  [52, second.agency, { type: 'progress', text: '住居確保給付金の書類を準備中です。' }],
];
const reported: Step = [
  100,
  second.agency,
  {
    type: 'report',
    outcome: 'service-started',
    text: '住居確保給付金を申請しました。仕事探しも続けます。',
    toPerson: '申請が済みました。',
  },
];

const walks = {
  draft: [],
  sent: [sent],
  received: [sent, received],
  accepted: [sent, received, accepted],
  'asked-back': [sent, received, [7, second.agency, { type: 'ask-back', text: '家賃は、何月分から滞納していますか。' }]],
  'passed-on': [
    sent,
    received,
    [8, second.agency, { type: 'pass-on', to: third, reason: 'other-field', text: '先に、お母さまの介護の見直しが要りそうです。' }],
  ],
  returned: [sent, received, [8, second.agency, { type: 'return', reason: 'full', text: '今月は面談の枠がありません。' }]],
  working: [sent, received, accepted, ...working],
  reported: [sent, received, accepted, ...working, reported],
  closed: [sent, received, accepted, ...working, reported, [102, first.agency, { type: 'close', text: 'ありがとうございました。' }]],
  cancelled: [sent, received, [9, first.agency, { type: 'cancel', reason: 'person-wish', text: '本人が、もう少し考えたいとのことです。' }]],
  /** Nobody answered; the day has passed, and the coordinator was told. */
  overdue: [sent, [150, 'clock', { type: 'mark-overdue' }], [150, 'clock', { type: 'escalate' }]],
  'consent-withdrawn': [sent, received, [30, first.agency, { type: 'withdraw-consent' }]],
  /** A record of which a step has gone missing. */
  unknown: [sent, received, accepted],
} satisfies Record<string, Step[]>;

export type SheetState = keyof typeof walks;

/** Who looks at it. */
export type Viewer = 'sender' | 'holder' | 'coordinator';
const viewers: Readonly<Record<Viewer, string>> = { sender: first.agency, holder: second.agency, coordinator: coordinator.agency };

export interface StorySheet {
  value: { sheet: ReferralSheet; events: ReferralEvent[] };
  consent: ConsentsByRef;
  desk: string;
  worker: string;
}

/** What was written already: a record has salts made at random, and two views of one sheet have to be of one record. */
const known = new Map<string, Promise<ReferralEvent[]>>();

function record(sheet: ReferralSheet, steps: readonly Step[], consents: ConsentsByRef): Promise<ReferralEvent[]> {
  if (!steps.length) return Promise.resolve([]);
  const key = JSON.stringify([sheet, steps, consents]);
  const write = async (): Promise<ReferralEvent[]> => {
    const events = await record(sheet, steps.slice(0, -1), consents);
    const [hours, agency, action] = steps.at(-1)!;
    const actor: Actor = agency === 'clock' ? { system: 'clock' } : { agency, name: names[agency]! };
    const result = await appendReferral({ sheet, events, consents }, action, { actor, at: at(hours), id: `event-${events.length}` });
    if (!result.ok) throw new Error(`${action.type}: ${result.refusal.code} ${result.refusal.message}`);
    return result.events;
  };
  const found = known.get(key) ?? write();
  known.set(key, found);
  return found;
}

/** A sheet at `state`, as the desk of `viewer` has it: the sender all of it, the others their package and their copy of the record. */
export async function sheetAt(
  state: SheetState,
  viewer: Viewer,
  { sheet = written(), consent }: { sheet?: ReferralSheet; consent?: RecordState } = {},
): Promise<StorySheet> {
  const records = await consents(consent);
  let events = await record(sheet, walks[state], records);
  if (state === 'unknown') events = events.filter(({ seq }) => seq !== 1);
  const desk = viewers[viewer];
  const worker = names[desk]!;
  if (viewer === 'sender') return { value: { sheet, events }, consent: records, desk, worker };
  const whole = { sheet, events, consents: records };
  const { document } = packageFor(sheet, desk, records, now);
  return { value: { sheet: document as unknown as ReferralSheet, events: recordFor(whole, desk, now) }, consent: {}, desk, worker };
}

export { now };
