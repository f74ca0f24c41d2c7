/** One consultation: the sheet, what was said since, and what the desk does next. */
import { nextStatuses, type Consultation, type ConsultationStatus } from '@tsunagu/schema/consultation';
import type { JWK } from 'jose';
import type { DeskConsultation } from '../../wire.js';
import { dayText, momentText } from '../days.js';
import { button, field, h, notice, show } from '../dom.js';
import { thread, writingBox } from '../thread.js';
import { ConsentCase } from './consent/case.js';
import { consentPanel } from './consent/panel.js';
import { languageLabel, statusLabels } from './labels.js';
import { referPanel } from './referral/begin.js';
import type { Session } from './session.js';
import { sheet } from './sheet.js';
import { readKey, unseal } from './unseal.js';

/** The desk's private key, once chosen: for this tab, in memory. */
export interface KeyHolder {
  key?: JWK;
}

interface Detail {
  session: Session;
  number: string;
  keys: KeyHolder;
  back: () => void;
  /** Opens a つなぐシート by its id. */
  openSheet: (id: string) => void;
}

export async function detailView(place: HTMLElement, detail: Detail): Promise<void> {
  const { session, number, keys, back, openSheet } = detail;
  const reply = await session.ask<DeskConsultation>(`api/staff/consultations/${number}`);
  const toList = button('一覧へ戻る', back);
  if (!reply.ok) return show(place, h('h2', {}, number), h('p', { role: 'alert' }, reply.text), toList);

  const found = reply.data;
  const nameOf = (id: string): Promise<string> => session.nameOf(id);
  const again = (): Promise<void> => detailView(place, detail);
  const trouble = notice('alert');
  const move = async (status: ConsultationStatus): Promise<void> => {
    const moved = await session.ask(`api/staff/consultations/${number}/status`, { body: { status } });
    if (moved.ok) await again();
    else trouble.say(moved.text);
  };
  const consents = new ConsentCase(session, number);
  const refer = referPanel({ session, found, consents, openSheet });
  const consent = consentPanel({ session, number, language: found.language, consents, changed: refer.refresh });
  const read = (consultation: Consultation): void => {
    consent.read(consultation);
    refer.read(consultation);
  };
  if (found.consultation) read(found.consultation);
  const tongue = languageLabel(found.language);
  show(
    place,
    h(
      'p',
      { class: 'tools no-print' },
      toList,
      button('印刷する', () => print()),
      button('同意の記録へ', () => consent.element.querySelector('h3')?.focus()),
      button('つなぐシートへ', () => refer.element.querySelector('h3')?.focus()),
    ),
    h('h2', {}, `相談受付票 ${number}`),
    h(
      'p',
      {},
      `${momentText(found.receivedAt)} 受付`,
      found.replyBy !== undefined && `・返事の予定日 ${dayText(found.replyBy)}`,
      `・いまの状況「${statusLabels[found.status]}」`,
    ),
    tongue !== undefined && h('p', { class: 'strong' }, `この人は「${tongue}」で読んでいます。返事も、そのことばに合わせてください。`),
    found.consultation ? sheet(await withName(found.consultation, nameOf)) : sealedPart(found.sealed ?? '', { keys, nameOf, opened: read }),
    h('h3', {}, 'やりとり'),
    found.messages.length === 0 ? h('p', {}, 'まだありません。') : thread(found.messages, { desk: '窓口', person: '相談した人' }),
    h(
      'div',
      { class: 'no-print' },
      writingBox({
        label: '返事を書く',
        hint: '相談した人は、受付番号と確認番号を使って、この返事を読みます。',
        send: '返事を送る',
        post: (text, key) => session.ask(`api/staff/consultations/${number}/messages`, { body: { text }, key }),
        done: () => void again(),
      }),
      h('h3', {}, '状況を変える'),
      trouble.element,
      h('p', { class: 'tools' }, ...nextStatuses(found.status).map((status) => button(statusLabels[status], () => move(status)))),
    ),
    consent.element,
    refer.element,
  );
}

const refusals = {
  'no-key': 'このファイルは、窓口の鍵ではないようです。「private」の付いたファイルを選んでください。',
  'wrong-key': 'この鍵では開けません。別の窓口の鍵か、古い鍵かもしれません。鍵を管理している人に確かめてください。',
  broken: '封の中身を読み取れませんでした。届く途中で壊れたのかもしれません。鍵を管理している人に知らせてください。',
  insecure: 'この画面が https で開かれていないため、鍵を使えません。https のアドレスで開き直してください。',
} as const;

/** The desk that was chosen has its official name, where the consultation brought none. */
async function withName(consultation: Consultation, nameOf: (id: string) => Promise<string>): Promise<Consultation> {
  const { window } = consultation;
  return window && window.name === undefined ? { ...consultation, window: { ...window, name: await nameOf(window.id) } } : consultation;
}

interface Opening {
  keys: KeyHolder;
  nameOf: (id: string) => Promise<string>;
  opened: (consultation: Consultation) => void;
}

/** Asks for the key unless it was given before. */
function sealedPart(jwe: string, { keys, nameOf, opened }: Opening): HTMLElement {
  const place = h('div', { class: 'sealed' });
  const trouble = notice('alert');
  const file = h('input', { id: 'key-file', type: 'file', accept: '.json,application/json' });
  const ask = [
    h('h3', {}, '封をされた相談です'),
    field('窓口の鍵のファイルを選ぶ', file, '鍵はこの画面の中だけで使い、どこにも送りません。この画面を閉じると忘れます。'),
    trouble.element,
  ];
  const open = async (key: JWK | undefined): Promise<void> => {
    const result = await unseal(jwe, key);
    if ('consultation' in result) {
      if (key) keys.key = key;
      place.replaceChildren(sheet(await withName(result.consultation, nameOf)));
      opened(result.consultation);
    } else if (result.error === 'strange') {
      place.replaceChildren(h('h3', {}, '決まった形ではない相談です'), h('p', { class: 'words' }, result.text));
    } else trouble.say(refusals[result.error]);
  };
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    trouble.say('');
    void chosen?.text().then((text) => open(readKey(text)));
  });
  place.append(...ask);
  if (keys.key) void open(keys.key);
  return place;
}
