/** Everything that happened to a consent, oldest first: nothing is ever taken out. */
import type { ConsentEvent } from '@tsunagu/schema/consent';
import type { DrawingAnswer } from '../../../wire-consent.js';
import type { Reply } from '../../ask.js';
import { dayText, momentText } from '../../days.js';
import { button, h } from '../../dom.js';
import { eventLabels, expresserLabels, itemLabel, itemList, markOf, methodLabels, purposeLabel } from './labels.js';

interface History {
  events: readonly ConsentEvent[];
  agency: (id: string) => string;
  drawing: (hash: string) => Promise<Reply<DrawingAnswer>>;
}

export function historyPart({ events, agency, drawing }: History): HTMLElement {
  if (events.length === 0) return h('p', {}, 'まだ記録はありません。');
  return h('ol', { class: 'thread' }, ...events.map((event) => h('li', {}, ...entry(event, agency, drawing))));
}

const people = ({ name, agency: id }: { name?: string; agency?: string }, agency: (id: string) => string): string =>
  [id === undefined ? '' : agency(id), name ?? ''].filter(Boolean).join(' ');

function entry(event: ConsentEvent, agency: (id: string) => string, drawing: History['drawing']): HTMLElement[] {
  const details: string[] = [];
  if (event.type === 'requested') {
    const { agencies, purposes, items, period, askedBy } = event.request;
    details.push(
      `相手：${agencies.map(agency).join('、')}`,
      `目的：${purposes.map(purposeLabel).join('、')}`,
      `内容：${itemList(items)}`,
      `期間：${term(period)}`,
    );
    if (askedBy) details.push(`聞いた人：${people(askedBy, agency)}`);
  }
  if (event.type === 'withdrawn') details.push(`範囲：${scope(event.scope, agency)}`);
  if ('expressed' in event && event.expressed) {
    const { by, how, explainedBy, witness, support } = event.expressed as Extract<ConsentEvent, { type: 'given' }>['expressed'];
    details.push(`答えた人：${expresserLabels[by]}（${methodLabels[how]}）`);
    if (support !== undefined) details.push(`手助け：${support}`);
    if (explainedBy) details.push(`説明した人：${people(explainedBy, agency)}`);
    if (witness) details.push(`立ち会った人：${witness.name}${witness.role === undefined ? '' : `（${witness.role}）`}`);
  }
  if ('reason' in event && typeof event.reason === 'string') details.push(`理由：${event.reason}`);
  if (event.saidAt !== undefined) details.push(`聞き取った日時：${momentText(event.saidAt)}`);
  if (event.note !== undefined) details.push(`補足：${event.note}`);
  const signature =
    'expressed' in event ? (event.expressed as { signature?: { kind: string; hash?: string } } | undefined)?.signature : undefined;
  const hash = signature?.kind === 'drawn' ? signature.hash : undefined;
  return [
    h('p', { class: 'by' }, h('strong', {}, eventLabels[event.type]), ` ${momentText(event.at)}`),
    ...(details.length ? [h('ul', { class: 'plain' }, ...details.map((text) => h('li', {}, text)))] : []),
    h('p', { class: 'quiet' }, `記録の番号：${event.record}・${event.seq + 1}番目／確認の符号：${markOf(event)}`),
    ...(hash === undefined ? [] : [signatureButton(hash, drawing)]),
  ];
}

/** Saved, not shown: the page takes no pictures from anywhere, and a file can be held against the hash in the record. */
function signatureButton(hash: string, drawing: History['drawing']): HTMLElement {
  const said = h('span', { role: 'status' });
  const save = async (): Promise<void> => {
    const reply = await drawing(hash);
    if (!reply.ok) return void (said.textContent = reply.text);
    const address = URL.createObjectURL(new Blob([reply.data.text], { type: 'image/svg+xml' }));
    const link = h('a', { href: address });
    link.download = reply.data.reference;
    link.click();
    URL.revokeObjectURL(address);
  };
  return h('p', { class: 'tools no-print' }, button('署名の絵を保存する', save), said);
}

function term(period: Extract<ConsentEvent, { type: 'requested' }>['request']['period']): string {
  if (period.until === 'date') return `${dayText(period.date)}まで`;
  return period.until === 'event' ? `次のことがあるまで（${period.event}）` : '支援プランが終わるまで';
}

function scope(of: Extract<ConsentEvent, { type: 'withdrawn' }>['scope'], agency: (id: string) => string): string {
  if ('agency' in of) return agency(of.agency as string);
  if ('item' in of) return itemLabel(of.item as string);
  return 'purpose' in of ? purposeLabel(of.purpose as string) : 'すべて';
}
