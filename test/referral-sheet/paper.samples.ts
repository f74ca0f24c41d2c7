/** An ordinary sheet of 生駒市, as the tests of paper and codes print it: a household of four, consent in part. */
import { createHash } from 'node:crypto';
import { mock } from 'node:test';
import { readFileSync } from 'node:fs';
import { itemIds, type ConsentEvent } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { appendReferral, referralVersion, type ReferralCase, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import { handedTo, type Handed } from '@tsunagu/schema/referral/transfer';
import { hours } from '../schema/referral.samples.js';
import { Story } from '../schema/consent.samples.js';

export const from = 'city-hall';
export const to = 'hanna-chuo';
export const coordinator = 'shakyo';
export const at = new Date(hours(1));

export const ikoma = (): Directory => JSON.parse(readFileSync('examples/cities/ikoma.json', 'utf8')) as Directory;

export const ordinarySheet = (more: Partial<ReferralSheet> = {}): ReferralSheet => ({
  schemaVersion: referralVersion,
  id: 'r-7f3a91c05d2e4b68',
  salt: '0123456789abcdef0123456789abcdef',
  createdAt: hours(0),
  city: '292095',
  from: { agency: from, worker: '相談 花子', section: '地域共生係' },
  to: { agency: to },
  coordinator: { agency: coordinator },
  respondDays: 3,
  basis: { kind: 'consent' },
  person: {
    ref: 'case-7-a',
    name: '見本 和子',
    kana: 'みほん かずこ',
    birthDate: '1948-05-03',
    sex: 'female',
    address: '生駒市東新町8番38号 見本荘203',
    phones: ['0743-74-2222', '090-1234-5678'],
    consent: { record: 'record-case-7-a', seq: 1, hash: 'c'.repeat(64) },
  },
  household: {
    size: 4,
    members: [
      {
        ref: 'case-7-b',
        relation: 'spouse',
        name: '見本 一郎',
        kana: 'みほん いちろう',
        age: 81,
        together: true,
        care: '要介護2。週2回デイサービス',
      },
      { ref: 'case-7-c', relation: 'child', name: '見本 健', kana: 'みほん けん', age: 49, together: true, work: '離職して2年' },
      {
        ref: 'case-7-d',
        relation: 'grandchild',
        name: '見本 さくら',
        kana: 'みほん さくら',
        age: 15,
        together: true,
        work: '中学3年、欠席が多い',
      },
    ],
  },
  about: { who: 'self' },
  topics: ['care', 'care/dementia', 'income', 'hikikomori-truancy', 'illness-disability'],
  mainTopic: 'care',
  since: 'half-year',
  urgency: 'days',
  words:
    '主人の物忘れがひどくなって、夜中に外へ出てしまいます。息子は2年前に仕事をやめてから部屋にいることが多く、頼めません。私も膝が悪く、つらいです。年金だけでは毎月足りません。',
  wishes: '主人と家で暮らし続けたい。夜に眠れるようになりたい。',
  refuses: '息子を責めるような話し方はしないでほしい。近所には知られたくない。',
  situation:
    '夫は半年前から夜間に外出することが増え、先月は警察に保護された。本人が一人で介護しており、膝の痛みで通院中。長男は離職後に外出が減り、家族とも会話が少ない。孫は朝起きられず欠席が続く。収入は夫婦の年金のみで、家賃を1か月滞納している。',
  contact: {
    mode: 'named',
    ways: ['phone'],
    phone: '0743-74-2222',
    safeCall: {
      voicemail: 'no',
      callerName: 'person',
      callerNameText: '相談',
      times: ['morning'],
      never: '夕方以降は長男が出るため、かけない。',
    },
  },
  needs: { ids: ['large-print'], note: '右の耳が聞こえにくい。' },
  safety: { note: '訪問は午前中。玄関の鍵は内側から二重にかけてある。' },
  supporters: [
    { name: '東生駒内科', role: '主治医', since: '令和3年' },
    { name: '民生委員 山本', role: '見守り' },
  ],
  assessment: {
    care: { level: 'urgent', note: '夜間の見守りがなく、一人歩きが続いている。' },
    health: { level: 'worry' },
    income: { level: 'worry' },
    isolation: { level: 'watch' },
    view: '介護の負担を軽くすることを先にし、長男と孫のことは本人の気持ちを聞きながら進めたい。',
  },
  done: [
    { on: '2026-11-18', by: '相談 花子', what: '来所で相談を受けた。介護と家計の両方を聞いた。' },
    { on: '2026-11-20', by: '相談 花子', what: '電話で様子を確認。次の面談に同席を希望された。' },
  ],
  request: {
    ids: ['visit', 'assess', 'accompany'],
    text: '自宅を訪問し、夜間の見守りと介護サービスの見直しを一緒に考えてほしい。',
    by: '2026-12-04',
  },
  source: { schemaVersion: '1.0', number: 'K7MF-3W9X', receivedAt: hours(-48), window: { id: from } },
  ...more,
});

/** A household of six, and a situation of 900 characters. */
export function richSheet(): ReferralSheet {
  const { household, situation = '' } = ordinarySheet();
  return ordinarySheet({
    household: {
      size: 6,
      members: [
        ...(household?.members ?? []),
        {
          ref: 'case-7-e',
          relation: 'parent',
          name: '見本 トメ',
          kana: 'みほん とめ',
          age: 99,
          together: true,
          care: '要介護4。月に一度ショートステイ',
        },
        { ref: 'case-7-f', relation: 'grandchild', name: '見本 大樹', kana: 'みほん だいき', age: 11, together: true, work: '小学5年' },
      ],
    },
    situation: situation.repeat(9).slice(0, 900),
  });
}

/** Everybody lets the desk have it, but for work and health of the son, who was not asked, and what the person keeps to herself. */
export async function ordinaryConsents(
  withheld: readonly string[] = ['debt', 'violence'],
  { person, household }: ReferralSheet = ordinarySheet(),
): Promise<Record<string, ConsentEvent[]>> {
  const records: Record<string, ConsentEvent[]> = {};
  for (const { ref } of [person, ...(household?.members ?? [])]) {
    const story = new Story(`record-${ref}`, ref).wait(-3);
    const asked = { purposes: ['referral'], agencies: [to, coordinator], items: [...itemIds] };
    await story.ask(asked);
    await story.giveSome((_purpose, _agency, item) => (withheld.includes(item) ? 'refused' : 'given'), asked);
    records[ref] = story.events;
  }
  return records;
}

/** A sheet that was sent: whole, as its sender has it. */
export async function sent(
  sheet = ordinarySheet(),
  consents?: Record<string, ConsentEvent[]>,
): Promise<ReferralCase & { events: ReferralEvent[] }> {
  const records = consents ?? (await ordinaryConsents(undefined, sheet));
  const result = await appendReferral(
    { sheet, events: [], consents: records },
    { type: 'send' },
    { actor: { agency: from, name: '相談 花子' }, at: hours(0), id: 'event-0' },
  );
  if (!result.ok) throw new Error(result.refusal.message);
  return { sheet, events: result.events, consents: records };
}

/** What the desk it went to has. */
/** Salts and ids come from a fixed source: the same codes are printed, and read, in every run. */
export async function handed(sheet?: ReferralSheet): Promise<Handed> {
  let drawn = 0;
  const bytes = (): Buffer =>
    createHash('sha256')
      .update(`sample ${(drawn += 1)}`)
      .digest();
  const mocks = [
    mock.method(globalThis.crypto, 'getRandomValues', (into: Uint8Array) => (into.set(bytes().subarray(0, into.length)), into)),
    mock.method(globalThis.crypto, 'randomUUID', () =>
      bytes()
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
    ),
  ];
  const given = handedTo(await sent(sheet), to, at);
  for (const { mock: own } of mocks) own.restore();
  return given;
}
