/** A consultation set out like the 相談受付票, so that a desk reads it as it reads paper. */
import type { Consultation } from '@tsunagu/schema/consultation';
import { birthText } from '../days.js';
import { h } from '../dom.js';
import { labels } from './labels.js';
import { topicLabel } from './topics.js';

type Row = [label: string, value: string | undefined];

const joined = (parts: readonly (string | undefined)[], by = '、'): string | undefined => parts.filter(Boolean).join(by) || undefined;

const rows = (...list: Row[]): HTMLElement | undefined => {
  const given = list.filter((row): row is [string, string] => row[1] !== undefined);
  if (given.length === 0) return undefined;
  return h('dl', { class: 'rows' }, ...given.map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))));
};

type Section = (title: string, content: HTMLElement | undefined) => HTMLElement | undefined;

/** @param outgoing as it goes to an agency: what is absent was left out, so nothing is concluded from it. */
export function sheet(consultation: Consultation, { outgoing = false } = {}): HTMLElement {
  const { words, since, urgency, window } = consultation;
  // What goes to an agency is shown inside its card, some headings deeper.
  const level = outgoing ? 'h6' : 'h3';
  const section: Section = (title, content) => content && h('section', { class: 'part' }, h(level, {}, title), content);
  return h(
    'div',
    { class: 'sheet' },
    callBack(consultation, { outgoing, level }),
    section('本人のことば', words === undefined ? undefined : h('p', { class: 'words' }, words)),
    section('いま困っていること', worries(consultation)),
    section('いつから・急ぎ', rows(['いつから', since && labels.since[since]], ['急ぎ', urgency && labels.urgency[urgency]])),
    section('だれのことか', about(consultation)),
    section('本人', person(consultation)),
    section('連絡先', contact(consultation)),
    section('相談のときに必要なこと', needs(consultation)),
    section('選んだ窓口', rows(['窓口', window && (window.name ?? window.id)])),
    section('そのほか（この画面の知らない項目）', unknown(consultation)),
  );
}

/** First and framed: a call at the wrong hour, or in the city's name, can put somebody in danger. */
function callBack(
  { contact, about }: Consultation,
  { outgoing, level }: { outgoing: boolean; level: 'h3' | 'h6' },
): HTMLElement | undefined {
  const { mode, ways, safeCall, phone } = contact ?? {};
  const secret = about?.awareness === 'does-not-know' && '本人は、この相談のことを知りません。';
  const quiet = !outgoing && (!contact || mode === 'anonymous' || !ways?.length || ways.every((way) => way === 'receipt'));
  const { voicemail, callerName, callerNameText, times, never } = safeCall ?? {};
  if (outgoing && !secret && !ways?.length && !safeCall && phone === undefined) return undefined;
  return h(
    'section',
    { class: 'call-back' },
    h(level, {}, '折り返しの注意'),
    secret && h('p', { class: 'strong' }, secret),
    quiet && h('p', {}, '電話や手紙での連絡は求められていません。返事は、下の「返事を書く」からお書きください。'),
    never !== undefined && h('p', { class: 'strong' }, `してはいけないこと：${never}`),
    rows(
      ['連絡の方法', joined((ways ?? []).map((way) => labels.ways[way]))],
      ['電話してよい時間', joined((times ?? []).map((time) => labels.times[time]))],
      [
        '留守番電話',
        voicemail ? labels.voicemail[voicemail] : phone === undefined || outgoing ? undefined : '聞いていません。残さないでください',
      ],
      [
        '名乗り方',
        joined([callerName && labels.callerName[callerName], callerNameText], '：') ??
          (phone === undefined || outgoing ? undefined : '聞いていません'),
      ],
    ),
  );
}

/** ◎ the worst, ○ the others, as on the sheet. */
function worries({ topics = [], mainTopic }: Consultation): HTMLElement | undefined {
  if (topics.length === 0) return undefined;
  const sorted = [...topics].sort((a, b) => Number(b === mainTopic) - Number(a === mainTopic));
  return h('ul', { class: 'worries' }, ...sorted.map((id) => h('li', {}, `${id === mainTopic ? '◎' : '○'} ${topicLabel(id)}`)));
}

const about = ({ about: who }: Consultation): HTMLElement | undefined =>
  who &&
  rows(
    ['だれのこと', labels.who[who.who]],
    ['続柄・関係', who.relation],
    ['相談する人の立場', who.role && labels.role[who.role]],
    ['本人は相談を', who.awareness && labels.awareness[who.awareness]],
  );

function person({ person: who }: Consultation): HTMLElement | undefined {
  if (!who) return undefined;
  const { name, kana, birthDate, ageBand, town, household = [] } = who;
  const list = rows(
    ['氏名', name],
    ['ふりがな', kana],
    ['生年月日', birthDate && birthText(birthDate)],
    ['年代', ageBand && labels.ageBand[ageBand]],
    ['町名', town],
  );
  if (household.length === 0) return list;
  const head = h('tr', {}, ...['関係', '年齢', '知っておいてほしいこと'].map((text) => h('th', { scope: 'col' }, text)));
  const body = household.map(({ relation, age, note }) =>
    h('tr', {}, h('td', {}, labels.relation[relation]), h('td', {}, age === undefined ? '' : `${age}歳`), h('td', {}, note ?? '')),
  );
  return h('div', {}, list, h('table', {}, h('caption', {}, 'いっしょに暮らす人'), h('thead', {}, head), h('tbody', {}, ...body)));
}

const contact = ({ contact: how }: Consultation): HTMLElement | undefined =>
  how &&
  rows(
    ['名前の伝え方', how.mode && labels.mode[how.mode]],
    ['呼び名', how.nickname],
    ['電話', how.phone],
    ['メール', how.email],
    ['FAX', how.fax],
    ['住所', how.address],
  );

const needs = ({ needs: what }: Consultation): HTMLElement | undefined =>
  what && rows(['手助け', joined((what.ids ?? []).map((id) => labels.needs[id]))], ['ことば', what.language], ['補足', what.note]);

const known = new Set([
  'schemaVersion',
  'language',
  'about',
  'topics',
  'mainTopic',
  'words',
  'since',
  'urgency',
  'contact',
  'needs',
  'person',
  'window',
]);

/** A newer form may have asked more; what somebody wrote there is not kept from the desk. */
const unknown = (consultation: Consultation): HTMLElement | undefined =>
  rows(
    ...Object.entries(consultation)
      .filter(([name]) => !known.has(name))
      .map(([name, value]): Row => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
