/** Somebody else has saved another version: both are shown, field by field, and the worker says which counts. What was written here stays where it is. */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { compareSheets, type SheetDifference } from '@tsunagu/schema/referral/compare';
import { referralWords } from '@tsunagu/schema/referral/words';
import { button, h, notice } from '../../dom.js';
import { differences, withTheirs, type Difference, type Path } from './merge.js';

/** What stands in a field, in the words of the sheet. */
const rowsOf = (rows: readonly SheetDifference[], path: Path): SheetDifference[] =>
  rows.filter(({ pointer }) => pointer === `/${path}` || pointer.startsWith(`/${path}/`));

const nameOf = (rows: readonly SheetDifference[], path: Path): string => {
  const [first, second] = rowsOf(rows, path);
  return first === undefined ? path : second === undefined ? first.name : referralWords.sections[first.section];
};

const textOf = (rows: readonly SheetDifference[], path: Path, whose: 'before' | 'after'): string =>
  rowsOf(rows, path)
    .map((row, _index, all) => `${all.length > 1 ? `${row.name}：` : ''}${row[whose] ?? '書いていません'}`)
    .join('\n');

interface Conflict {
  base: ReferralSheet;
  /** What is on the screen here at that moment. */
  mine: () => ReferralSheet;
  theirs: ReferralSheet;
  /** Called with what counts from now on. */
  settled: (sheet: ReferralSheet) => void;
}

/** Undefined: they do not differ in anything that somebody writes. */
export function conflictView({ base, mine, theirs, settled }: Conflict): HTMLElement | undefined {
  const found = differences(base, mine(), theirs);
  const rows = compareSheets(mine(), theirs);
  const asked = found.filter(({ by }) => by !== 'me');
  if (asked.length === 0) return undefined;
  const missing = notice('alert');
  const chosen = new Map<Path, 'mine' | 'theirs'>();

  const question = (difference: Difference, index: number): HTMLElement => {
    const { path, by } = difference;
    // What only the other worker touched is theirs unless this one says otherwise; where both wrote, nothing is chosen beforehand.
    if (by === 'them') chosen.set(path, 'theirs');
    const choice = (whose: 'mine' | 'theirs', label: string): HTMLElement => {
      const radio = h('input', { type: 'radio', name: `difference-${index}`, value: whose });
      radio.checked = chosen.get(path) === whose;
      radio.addEventListener('change', () => void chosen.set(path, whose));
      const text = textOf(rows, path, whose === 'mine' ? 'before' : 'after');
      return h('label', { class: 'tick version' }, radio, h('span', {}, h('strong', {}, label), h('span', { class: 'words' }, text)));
    };
    return h(
      'fieldset',
      {},
      h('legend', {}, nameOf(rows, path)),
      by === 'both' && h('p', { class: 'quiet' }, '二人とも書きかえています。'),
      choice('mine', by === 'them' ? 'もとのまま' : 'この画面で書いたもの'),
      choice('theirs', 'ほかの人が書いたもの'),
    );
  };

  const finish = (): void => {
    // The worker may have written on meanwhile.
    const now = mine();
    const open = differences(base, now, theirs).filter(({ path, by }) => by !== 'me' && !chosen.has(path));
    if (open.length) return missing.say(`どちらにするかを選んでください：${open.map(({ path }) => nameOf(rows, path)).join('、')}`);
    settled(withTheirs(now, theirs, new Set([...chosen].flatMap(([path, whose]) => (whose === 'theirs' ? [path] : [])))));
  };

  const element = h(
    'section',
    { class: 'conflict', 'aria-labelledby': 'conflict-heading' },
    h('h3', { id: 'conflict-heading', tabindex: '-1' }, 'ほかの人が、この下書きを先に書きかえました'),
    h('p', {}, 'あなたが書いたことは、下の画面に残っています。まだ保存はしていません。どちらにするかを選ぶと、合わせて保存します。'),
    ...asked.map(question),
    missing.element,
    h('p', { class: 'tools' }, button('選んだとおりに合わせる', finish, 'button loud')),
  );
  return element;
}
