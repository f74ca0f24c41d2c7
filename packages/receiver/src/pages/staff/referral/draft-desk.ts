/** A draft while it is written: kept with the receiver, and two workers on it. */
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { button, h, notice } from '../../dom.js';
import { timeText } from '../../days.js';
import { DraftSaver, type Kept, type Saving } from './draft-saver.js';
import { sameValue } from './merge.js';
import { currentOf, type Sheets, type View } from './sheets.js';
import type { DraftNews } from './stream.js';

export interface DraftDesk {
  element: HTMLElement;
  write: (sheet: ReferralSheet) => void;
  /** The draft as the receiver has it now. */
  heard: (view: View) => void;
  /** Another screen of this desk saved it, or threw it away. */
  told: (news: DraftNews) => void;
  /** Everything is with the receiver: the revision it has, or a sentence why not. */
  ready: (sheet: ReferralSheet) => Promise<{ revision: number } | string>;
  /** Somebody else saved while it was being sent. */
  behind: (view: View) => void;
  /** Before it is taken off the screen. False: something would be lost; asked again it is true. */
  leave: () => Promise<boolean>;
  end: () => void;
}

interface Drafting {
  sheets: Sheets;
  view: View;
  element: ReferralSheetElement;
}

const unsaved = 'まだ保存できていません。つながりしだい、もう一度保存します。';
const moved = 'ほかの人が、この下書きを先に書きかえました。あなたが書いたことは、この画面に残っています。';
const undecided = 'ほかの人が、この下書きを先に書きかえています。上で、どちらにするかを選んでから、もう一度お試しください。';
const thrown = 'この下書きは、ほかの人が取り消しました。あなたが書いたことは、この画面に残っています。要るところは、写しておいてください。';
const leaving =
  'まだ保存できていないことがあります。このまま離れると、最後に書いたことが消えます。離れるときは、もう一度ボタンを押してください。';

/** What the page says counts, also where something else was written on the screen. */
function put(element: ReferralSheetElement, sheet: ReferralSheet): void {
  const events = element.value?.events ?? [];
  element.value = undefined;
  element.value = { sheet, events };
}

const keptOf = ({ sheet, revision }: View): Kept => ({ sheet, revision });

export function draftDesk({ sheets, view, element: sheetElement }: Drafting): DraftDesk {
  const { id } = view;
  const state = h('p', { class: 'kept' });
  const trouble = notice('alert');
  const place = h('div', {});
  const element = h('div', { class: 'draft no-print' }, state, trouble.element, place);
  let warned = false;
  let theirs: Kept | undefined;
  /** The newest version that the worker was told of. */
  let offered = view.revision;
  /** What came in while something was being saved here: it may be that very saving, or another. */
  let later: (() => void) | undefined;

  const onScreen = (): ReferralSheet => sheetElement.toJSON()?.sheet ?? saver.base.sheet;

  const tell = (saving: Saving): void => {
    if (saving.kind !== 'waiting') trouble.say('');
    switch (saving.kind) {
      case 'saving':
        return;
      case 'saved':
        warned = false;
        state.textContent = `下書きを保存しました（${timeText(new Date())}）。`;
        later?.();
        later = undefined;
        return;
      case 'waiting':
        return trouble.say(unsaved);
      case 'refused':
        return trouble.say(`まだ保存していません。\n${saving.text}`);
      case 'behind':
        return show(saving.theirs);
    }
  };

  const isWritten = (): boolean => saver.unsaved || !sameValue(onScreen(), saver.base.sheet);

  /** What another screen saved, in the place of what is here; where something was written here too, a person decides. */
  const follow = (kept: Kept): void => {
    if (kept.revision <= saver.base.revision) return place.replaceChildren();
    if (isWritten()) return show(kept);
    saver.follow(kept);
    place.replaceChildren();
    put(sheetElement, kept.sheet);
    state.textContent = `新しい下書きを読み込みました（${timeText(new Date())}）。`;
  };

  const load = async (): Promise<void> => {
    const reply = await sheets.read(id);
    if (reply.ok) follow(keptOf(reply.data));
    else trouble.say(reply.text);
  };

  /** Nothing is changed on the screen before the worker says so. */
  const offer = (version: number, saved: string): void => {
    if (version <= Math.max(saver.base.revision, offered) || saver.isBehind) return;
    if (saver.unsaved) return void (later = () => offer(version, saved));
    offered = version;
    const keep = (): void => {
      place.replaceChildren();
      state.textContent = 'このまま書けます。保存するときに、ほかの人が書いたことと見くらべます。';
    };
    place.replaceChildren(
      h(
        'div',
        { class: 'offer', role: 'status' },
        h('p', {}, saved, 'この画面は、まだ前のままです。'),
        h('p', { class: 'tools' }, button('新しい下書きを読み込む', load), button('このまま書く', keep)),
      ),
    );
  };

  const show = (kept: Kept): void => {
    theirs = kept;
    const settled = (sheet: ReferralSheet): void => {
      theirs = undefined;
      place.replaceChildren();
      put(sheetElement, sheet);
      saver.settle(sheet, kept);
    };
    trouble.say(moved);
    // Fetched now: few drafts are ever written by two.
    void import('./conflict.js').then(
      ({ conflictView }) => {
        if (theirs !== kept) return;
        const view = conflictView({ base: saver.base.sheet, mine: onScreen, theirs: kept.sheet, settled });
        if (view) place.replaceChildren(view);
        else settled(onScreen());
      },
      () => trouble.say(`${moved}\nくらべる画面を読み込めませんでした。つながっていることを確かめて、もう一度書くと、また試します。`),
    );
  };

  const saver: DraftSaver = new DraftSaver({
    kept: keptOf(view),
    save: (sheet, revision) => sheets.saveDraft(id, sheet, revision),
    theirs: (reply) => {
      const current = currentOf(reply, id);
      return current && keptOf(current);
    },
    same: sameValue,
    tell,
  });
  state.textContent = '書いたことは、自動で下書きに保存されます。';

  const warn = (event: BeforeUnloadEvent): void => {
    if (isWritten()) event.preventDefault();
  };
  addEventListener('beforeunload', warn);

  const write = (sheet: ReferralSheet): void => {
    warned = false;
    if (theirs && !place.hasChildNodes()) show(theirs);
    if (saver.unsaved || !sameValue(sheet, saver.base.sheet)) saver.write(sheet);
  };

  return {
    element,
    write,
    heard(now) {
      const kept = keptOf(now);
      if (theirs && kept.revision > theirs.revision) return show(kept);
      offer(kept.revision, 'ほかの画面で、この下書きが保存されました。');
    },
    told({ version, who, at }) {
      if (version === 0) return trouble.say(thrown);
      const name = who === undefined ? 'この窓口のほかの人' : `${who}さん`;
      offer(version, `${name}が、${timeText(new Date(at))}にこの下書きを保存しました。`);
    },
    async ready(sheet) {
      write(sheet);
      if (await saver.flush()) return { revision: saver.base.revision };
      return saver.isBehind ? undecided : trouble.element.textContent || unsaved;
    },
    behind: (now) => show(keptOf(now)),
    async leave() {
      write(onScreen());
      if (warned || (await saver.flush())) {
        removeEventListener('beforeunload', warn);
        return true;
      }
      warned = true;
      trouble.say(leaving);
      return false;
    },
    end() {
      removeEventListener('beforeunload', warn);
      saver.end();
    },
  };
}
