/** A draft while it is written: kept with the receiver, and two workers on it. */
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { h, notice } from '../../dom.js';
import { timeText } from '../../days.js';
import { DraftSaver, type Kept, type Saving } from './draft-saver.js';
import { sameValue } from './merge.js';
import { currentOf, type Sheets, type View } from './sheets.js';

export interface DraftDesk {
  element: HTMLElement;
  write: (sheet: ReferralSheet) => void;
  /** The draft as the receiver has it now. */
  heard: (view: View) => void;
  /** Everything is with the receiver: the revision it has, or a sentence why not. */
  ready: (sheet: ReferralSheet) => Promise<{ revision: number } | string>;
  /** Somebody else saved while it was being sent. */
  behind: (view: View) => void;
  /** Shows what was written last. */
  restore: () => void;
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

  const onScreen = (): ReferralSheet => sheetElement.toJSON()?.sheet ?? saver.base.sheet;

  const tell = (saving: Saving): void => {
    if (saving.kind !== 'waiting') trouble.say('');
    switch (saving.kind) {
      case 'saving':
        return;
      case 'saved':
        warned = false;
        state.textContent = `下書きを保存しました（${timeText(new Date())}）。`;
        return;
      case 'waiting':
        return trouble.say(unsaved);
      case 'refused':
        return trouble.say(`まだ保存していません。\n${saving.text}`);
      case 'behind':
        return show(saving.theirs);
    }
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
    if (saver.unsaved || !sameValue(onScreen(), saver.base.sheet)) event.preventDefault();
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
      if (saver.unsaved || saver.isBehind || kept.revision <= saver.base.revision) return;
      // Half a word that nobody has heard of yet counts as written.
      if (!sameValue(onScreen(), saver.base.sheet)) return write(onScreen());
      saver.follow(kept);
      put(sheetElement, kept.sheet);
      state.textContent = `ほかの人が書いたことを取り込みました（${timeText(new Date())}）。`;
    },
    async ready(sheet) {
      write(sheet);
      if (await saver.flush()) return { revision: saver.base.revision };
      return saver.isBehind ? undecided : trouble.element.textContent || unsaved;
    },
    behind: (now) => show(keptOf(now)),
    restore: () => put(sheetElement, saver.newest),
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
