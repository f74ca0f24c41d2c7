/** A sheet of 生駒 on its way, with real consents and a real record, and ways to use the element as somebody at a desk does. */
import { fixture } from '@open-wc/testing';
import type { ReferralSheetElement, ReferralValue } from '@tsunagu/referral-sheet';
import '@tsunagu/referral-sheet/define';
import { appendEvent, itemIds, type ConsentDraft, type ConsentEvent } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import {
  appendReferral,
  packageFor,
  recordFor,
  referralVersion,
  type Actor,
  type ConsentsByRef,
  type ReferralAction,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { html, type TemplateResult } from 'lit';
import { isSeen, until } from '../core/page.js';

/** くらしとしごと支援センター sends, フォレスト地域包括支援センター has it next, the city hall coordinates. */
export const sender = 'kurashi-shigoto';
export const houkatsu = 'forest';
export const shakyo = 'shakyo';
export const akebi = 'akebi';
export const coordinator = 'city-hall';
const desks = [houkatsu, shakyo, akebi, coordinator];

/** Tuesday, 24 November 2026, 10:00 in Japan: the day after a holiday. */
const start = Date.UTC(2026, 10, 24, 1);
export const hoursOn = (hours: number): string => new Date(start + hours * 3_600_000).toISOString();

let city: Promise<Directory> | undefined;
export const ikoma = (): Promise<Directory> =>
  (city ??= fetch('/examples/cities/ikoma.json').then((answer) => answer.json() as Promise<Directory>));

export const sheetOf = (more: Partial<ReferralSheet> = {}): ReferralSheet => ({
  schemaVersion: referralVersion,
  id: 'sheet-7',
  salt: '0123456789abcdef0123456789abcdef',
  createdAt: hoursOn(-1),
  city: '292095',
  from: { agency: sender, name: '生駒市くらしとしごと支援センター', worker: '相談 花子', section: '自立相談支援' },
  to: { agency: houkatsu, name: 'フォレスト地域包括支援センター' },
  coordinator: { agency: coordinator, name: '生駒市役所庁内' },
  respondDays: 3,
  basis: { kind: 'consent' },
  person: {
    ref: 'case-7-a',
    name: '山本 和子',
    kana: 'やまもと かずこ',
    birthDate: '1941-02-28',
    sex: 'female',
    address: '生駒市東新町8番38号',
    phones: ['0743-74-1111'],
  },
  household: {
    size: 2,
    members: [
      {
        ref: 'case-7-b',
        relation: 'child',
        name: '山本 一郎',
        kana: 'やまもと いちろう',
        age: 52,
        together: true,
        work: '半年前から仕事に行っていない',
        health: '夜に眠れない。通院はしていない',
        note: '訪問には応じるが、話しかけても黙っていることが多い',
      },
    ],
    note: '夫は3年前に亡くなった。二人暮らし。',
  },
  about: { who: 'family', relation: '長男の妻（別居）', awareness: 'knows' },
  topics: ['care', 'hikikomori-truancy', 'income', 'family-relations'],
  mainTopic: 'care',
  since: 'half-year',
  urgency: 'days',
  words:
    '息子のことが心配で、自分の体のことは後回しにしてきました。\n家で暮らしていきたいけれど、夜に何度も目が覚めて、ひとりで台所に立つのがこわくなりました。',
  wishes: 'この家で、息子とふたりで暮らし続けたい。',
  refuses: '近所の人には知られたくない。急に家に来られるのは困る。',
  situation:
    '長男の妻からの電話で相談が始まる。本人は80代、腰の痛みで買い物に行けず、食事は一日一食の日がある。もの忘れが増え、ガスの消し忘れが2回あった。\n同居の長男は半年前に退職して以来、家にいる。介護の話をすると部屋に戻ってしまう。年金で二人が暮らしており、電気料金の滞納が2か月分ある。',
  contact: {
    mode: 'named',
    name: '山本 由美',
    kana: 'やまもと ゆみ',
    ways: ['phone'],
    phone: '090-1234-5678',
    safeCall: { voicemail: 'no', callerName: 'desk', times: ['morning', 'noon'], never: '夕方から夜は長男が電話に出る。' },
  },
  needs: { ids: ['large-print'], note: '右の耳が聞こえにくい' },
  safety: { note: '訪問の前に必ず電話をする。玄関に段差がある。' },
  supporters: [{ name: '東新町の民生委員', role: '見守り', since: '2年前' }],
  assessment: {
    health: { level: 'worry', note: '腰痛、もの忘れ。受診は2年前が最後' },
    care: { level: 'urgent', note: '介護認定は受けていない' },
    income: { level: 'watch', note: '年金のみ。電気料金の滞納2か月' },
    isolation: { level: 'worry', note: '長男は外出しない' },
    view: '母の介護と長男の孤立を、別々ではなく世帯として支える必要がある。',
  },
  done: [
    { on: '2026-11-19', by: '相談 花子', what: '長男の妻と面談。本人に会うことについて了解を得た。' },
    { on: '2026-11-21', by: '相談 花子', what: '自宅を訪問し、本人と話した。長男は部屋から出なかった。' },
  ],
  request: { ids: ['visit', 'assess', 'service'], text: '介護認定の申請の手伝いと、見守りの方法を一緒に考えてほしい。', by: '2026-12-04' },
  source: { number: 'K7MF-3W9X', receivedAt: hoursOn(-120) },
  ...more,
});

const expressed = {
  by: 'self',
  how: 'oral',
  language: 'ja',
  explainedBy: { agency: sender, name: '相談 花子' },
  witness: { name: '立会 次郎' },
};

/** What each of the household lets each desk have. */
export async function consents(given: (item: string) => boolean = () => true): Promise<Record<string, ConsentEvent[]>> {
  const records: Record<string, ConsentEvent[]> = {};
  for (const ref of ['case-7-a', 'case-7-b']) {
    const cells = desks.flatMap((agency) =>
      itemIds.map((item) => ({ purpose: 'referral', agency, item, decision: given(item) ? ('given' as const) : ('refused' as const) })),
    );
    const head = { record: `record-${ref}`, subject: { ref } };
    const request = {
      purposes: ['referral'],
      agencies: desks,
      items: [...itemIds],
      period: { until: 'plan-end' },
      withdrawal: [{ way: 'desk' }],
      notices: [{ version: '1', language: 'ja', text: '伝えてよいかを聞きます。' }],
    };
    const asked = await appendEvent([], { ...head, type: 'requested', at: hoursOn(-48), request } as unknown as ConsentDraft, {
      now: hoursOn(-48),
    });
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
    const first = asked.events[0] as Extract<ConsentEvent, { type: 'requested' }>;
    const answer = {
      ...head,
      type: 'partly-given',
      at: hoursOn(-47),
      expressed,
      notice: first.request.notices[0]!.hash,
      decisions: cells,
    };
    const answered = await appendEvent(asked.events, answer as unknown as ConsentDraft, { now: hoursOn(-47) });
    if (!answered.ok) throw new Error(JSON.stringify(answered.refusal));
    records[ref] = answered.events;
  }
  return records;
}

/** Takes back what the person gave. */
export async function takenBack(records: ConsentsByRef, at: string): Promise<ConsentsByRef> {
  const ref = 'case-7-a';
  const draft = { record: `record-${ref}`, subject: { ref }, type: 'withdrawn', at, expressed, scope: { all: 'yes' } };
  const result = await appendEvent(records[ref]!, draft as unknown as ConsentDraft, { now: at });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return { ...records, [ref]: result.events };
}

type Step = readonly [desk: string | Actor, hours: number, action: ReferralAction];

/** A sheet with its whole record, step by step; a step that is refused fails the test. */
export class Case {
  events: ReferralEvent[] = [];
  private constructor(
    readonly sheet: ReferralSheet,
    public consents: ConsentsByRef,
  ) {}

  static async with(steps: readonly Step[] = [], sheet: ReferralSheet = sheetOf()): Promise<Case> {
    return new Case(sheet, await consents()).and(...steps);
  }

  async and(...steps: readonly Step[]): Promise<this> {
    for (const [desk, hours, action] of steps) {
      const actor: Actor =
        typeof desk !== 'string' ? desk : desk === 'clock' ? { system: 'clock' } : { agency: desk, name: names[desk] ?? '担当 次郎' };
      const result = await appendReferral(this, action, { actor, at: hoursOn(hours), id: `event-${this.events.length}` });
      if (!result.ok) throw new Error(`${action.type}: ${result.refusal.message}`);
      this.events = result.events;
    }
    return this;
  }

  /** What this desk has: the sender the whole, every other its package and its own copy of the record. */
  for(desk: string, hours = 0): ReferralValue {
    const { sheet, events } = this;
    const at = hoursOn(hours);
    if (desk === sender) return { sheet, events };
    return { sheet: packageFor(sheet, desk, this.consents, at).document as ReferralSheet, events: recordFor(this, desk, at) };
  }
}

const names: Record<string, string> = { [sender]: '相談 花子', [houkatsu]: '包括 太郎', [coordinator]: '調整 さくら' };

export const send: Step = [sender, 0, { type: 'send' }];
export const receive: Step = [houkatsu, 1, { type: 'receive' }];
export const accept: Step = [
  houkatsu,
  2,
  { type: 'accept', firstContactBy: '2026-11-26', nextStep: '11月26日に電話をしてから訪問します。' },
];

export const shadow = (element: ReferralSheetElement): ShadowRoot => element.shadowRoot!;
export const all = (element: ReferralSheetElement, selector: string): HTMLElement[] => [
  ...shadow(element).querySelectorAll<HTMLElement>(selector),
];
export const one = (element: ReferralSheetElement, selector: string): HTMLElement | undefined => all(element, selector).find(isSeen);
export const part = (element: ReferralSheetElement, name: string): HTMLElement | undefined => one(element, `[part~=${name}]`);
export const parts = (element: ReferralSheetElement, name: string): HTMLElement[] => all(element, `[part~=${name}]`).filter(isSeen);

/** The text as it is read, on one line, without readings. */
export const said = (element: Node | null | undefined): string => (element ? read(element) : '').replace(/\s+/g, ' ').trim();
function read(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || ['rp', 'rt', 'style'].includes(node.localName))) return '';
  return [...node.childNodes].map(read).join('');
}

export async function place(
  more: Partial<ReferralSheetElement>,
  around?: (sheet: TemplateResult) => TemplateResult,
): Promise<ReferralSheetElement> {
  const tag = html`<tsunagu-referral-sheet></tsunagu-referral-sheet>`;
  const root = await fixture<HTMLElement>(around ? around(tag) : tag);
  const element = root.closest('tsunagu-referral-sheet') ?? root.querySelector('tsunagu-referral-sheet')!;
  Object.assign(element, { now: hoursOn(3), directory: await ikoma(), ...more });
  await element.updateComplete;
  // Names of desks and of worries come a moment later.
  await until(() => !more.value || part(element, 'open-state'), 'the directory');
  return element;
}

export async function press(element: ReferralSheetElement, target: Element | null | undefined): Promise<void> {
  if (!isSeen(target)) throw new Error('Nobody can press what cannot be seen.');
  (target as HTMLElement).click();
  await element.updateComplete;
}

export const choose = (element: ReferralSheetElement, action: string): Promise<void> =>
  press(element, one(element, `input[name=reply-action][value="${action}"]`));
export const pick = (element: ReferralSheetElement, field: string, value: string): Promise<void> =>
  press(element, one(element, `input[name="reply-${field}"][value="${value}"]`));

export async function write(element: ReferralSheetElement, field: string, text: string): Promise<void> {
  const input = one(element, `#reply-${field}`) as HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement;
  input.focus();
  input.value = text;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await element.updateComplete;
}

export const submit = (element: ReferralSheetElement): Promise<void> => press(element, part(element, 'send'));

/** What the page is told; the page takes every step itself unless `pass` says otherwise. */
export function listen<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
  pass = false,
): HTMLElementEventMap[Type][] {
  const heard: HTMLElementEventMap[Type][] = [];
  element.addEventListener(type, (event) => {
    if (!pass) event.preventDefault();
    heard.push(event);
  });
  return heard;
}

export type Steps = readonly Step[];

/** A desk's reply, so many hours after the sheet was sent. */
export const at = async (desk: string, steps: Steps, hours = 3, more: Partial<ReferralSheetElement> = {}): Promise<ReferralSheetElement> =>
  place({ value: (await Case.with(steps)).for(desk, hours), desk, mode: 'reply', now: hoursOn(hours), ...more });

/** The steps that may be chosen. */
export const offered = (element: ReferralSheetElement): string[] =>
  all(element, 'input[name=reply-action]').map((radio) => (radio as HTMLInputElement).value);
