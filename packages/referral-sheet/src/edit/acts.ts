/** What the worker does on the page, and where they stand in it. */
import type { EditMessages } from '../locales/edit.messages.js';
import type { SheetHost } from '../sheet-host.js';
import { dutyAt, noConsentBecause, type WrittenBasis } from './basis.js';
import type { GateView, GateWay } from './gate-view.js';
import type { Listener } from './listen.js';
import type { Conflict } from './merge.js';
import { problemsOf, type Problem } from './problems.js';
import { lists, rowOf, type ListPointer } from './rows.js';
import type { FieldKind } from './tidy-field.js';
import { writtenSections } from './summaries.js';
import { sectionOf } from './names.js';
import { idOf, sectionId, type Acts } from './view.js';
import type { Taken, Writing } from './writing.js';

interface Tools {
  host: SheetHost;
  writing: () => Writing;
  messages: () => EditMessages;
  /** Asks the gates now. */
  gates: () => readonly GateView[];
  draw: () => void;
  wrote: (pointer: string) => void;
}

/** Kept to be put back, for each list. */
const mostTaken = 20;

export class EditActs implements Acts, Listener {
  readonly open = new Set<string>();
  problems: readonly Problem[] = [];
  checking = false;
  gateOpen = false;
  oneDesk: 'yes' | 'no' | 'unsure' = 'unsure';
  readonly taken = new Map<ListPointer, Taken[]>();
  /** What gets the focus once it is drawn. */
  #landing: string | undefined;

  constructor(private readonly tools: Tools) {}

  /** Another sheet is here. */
  forget(): void {
    this.open.clear();
    this.taken.clear();
    this.problems = [];
    this.checking = false;
  }

  typed({ dataset, value }: HTMLInputElement | HTMLTextAreaElement): void {
    const { at, kind, most } = dataset;
    const writing = this.tools.writing();
    const rule = { kind: kind as FieldKind, most: Number(most) };
    const near = (length: number): boolean => kind === 'text' && length >= rule.most * 0.9;
    const before = near(writing.typed(at!, rule).length);
    writing.type(at!, value, rule);
    if (at!.startsWith('/basis/grounds/')) this.#stand();
    this.tools.wrote(at!);
    // How much still fits is told towards the end, and counted again when the writing rests: drawing at each key would hold up long texts alone.
    if (near(value.length) !== before) this.tools.draw();
  }

  settled(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
    const { value, dataset } = field;
    const { at, pick, mark, duty } = dataset;
    const checked = 'checked' in field && field.checked;
    const writing = this.tools.writing();
    if (at !== undefined) {
      // A password manager or a script may have filled the field without a key.
      if (value !== writing.typed(at, { kind: dataset.kind as FieldKind, most: Number(dataset.most) }))
        this.typed(field as HTMLInputElement);
      writing.leave();
      this.problems = this.problems.filter((problem) => problem.pointer !== at);
      return this.tools.draw();
    }
    if (pick !== undefined) this.#pick(pick, value);
    else if (mark !== undefined) {
      writing.toggle(mark, value, checked);
      if (mark.startsWith('/basis/grounds/')) this.#stand();
    } else if (duty !== undefined) writing.put(`${duty}/duty`, checked ? dutyAt(this.tools.host.at) : undefined);
    else if ('copy' in dataset && value) this.#copy(value);
    else if ('oneDesk' in dataset) this.oneDesk = value as 'yes' | 'no' | 'unsure';
    else return;
    if (!('oneDesk' in dataset)) this.#changed(pick ?? mark ?? (duty === undefined ? '/copyTo' : `${duty}/duty`));
    else this.tools.draw();
  }

  put = (pointer: string, value: unknown): void => {
    this.tools.writing().put(pointer, value);
    this.#changed(pointer);
  };

  chooseBasis = (kind: WrittenBasis['kind']): void => {
    this.tools.writing().chooseBasis(kind);
    this.#changed('/basis');
  };

  toggle = (id: string): void => {
    if (!this.open.delete(id)) this.open.add(id);
    this.tools.draw();
  };

  add = (list: ListPointer): void => {
    const writing = this.tools.writing();
    const key = writing.add(list, list === '/attachments' ? { kind: 'other' } : {});
    if (key === undefined) return;
    this.open.add(key);
    this.#landing = `#${idOf(`${list}/${writing.rows(list).length - 1}`)} :is(input, select, textarea)`;
    this.#changed(list);
  };

  remove = (list: ListPointer, index: number): void => {
    const gone = this.tools.writing().remove(list, index);
    if (!gone) return;
    this.taken.set(list, [...(this.taken.get(list) ?? []).slice(1 - mostTaken), gone]);
    this.#landing = `[data-focus="back-${list}"]`;
    this.#changed(list);
  };

  putBack = (list: ListPointer): void => {
    const writing = this.tools.writing();
    const gone = this.taken.get(list)?.pop();
    if (!gone || writing.rows(list).length >= lists[list].most) return;
    writing.restore(gone);
    this.#landing = `#${idOf(`${list}/${gone.index}`)} :is(button, input, select, textarea)`;
    this.#changed(list);
  };

  way = (way: GateWay): void => {
    const writing = this.tools.writing();
    if (way === 'anonymous') {
      writing.put('/to', { open: 'coordinator' });
      writing.chooseBasis('anonymous-advice');
      this.goTo('/basis/summary');
    } else if (way === 'consent') {
      writing.chooseBasis('consent');
      this.goTo(sectionId('basis'));
    } else this.goTo(sectionId(way === 'write' ? 'worries' : 'basis'));
    this.tools.wrote('/basis');
  };

  keepHere = (): void => {
    this.tools.writing().keepHere();
    this.#landing = '.form :is(input, select, textarea, button)';
    this.tools.draw();
  };

  takeElsewhere = (conflict: Conflict): void => {
    this.tools.writing().takeElsewhere(conflict);
    this.goTo(conflict.pointer);
    this.#changed(conflict.pointer);
  };

  showGate = (): void => {
    this.gateOpen = !this.gateOpen;
    this.tools.draw();
  };

  answerOneDesk = (answer: 'yes' | 'no' | 'unsure'): void => {
    this.oneDesk = answer;
    this.tools.draw();
  };

  goTo = (target: string): void => {
    this.checking = false;
    const section = writtenSections.find((id) => target === sectionId(id));
    if (section) {
      this.open.add(section);
      this.#landing = `#${target} .body :is(input, select, textarea, button)`;
    } else {
      this.open.add(target.startsWith('/basis') ? 'basis' : sectionOf(target));
      const row = rowOf(target);
      const key = row && this.tools.writing().rows(row.list)[row.index]?.key;
      if (key) this.open.add(key);
      this.#landing = `#${idOf(target)}`;
    }
    this.tools.draw();
  };

  check = (): void => {
    const { tools } = this;
    const writing = tools.writing();
    writing.leave();
    this.problems = problemsOf(writing, tools.messages());
    const [gate] = tools.gates();
    if (!this.problems.length && gate?.shut) {
      const pointer = { 'nothing-said': '/topics', 'no-consent': '/to', 'has-consent': '/basis/kind', 'no-ground': '/basis/kind' }[
        gate.shut.code as string
      ];
      const at = writing.basis.kind === 'anonymous-advice' ? '/basis/summary' : (pointer ?? '/basis/members');
      const message = tools.messages().shut(gate.shut.code, gate.shut.message);
      this.problems = [{ pointer: at, section: at.startsWith('/basis') ? 'basis' : sectionOf(at), message }];
    }
    this.checking = !this.problems.length;
    this.#landing = this.checking ? '#check-heading' : '#problems';
    tools.draw();
  };

  backToWriting = (): void => {
    this.checking = false;
    this.#landing = '[part~="check-button"]';
    this.tools.draw();
  };

  send = (): void => {
    const { host, writing, gates } = this.tools;
    // Time went on, and consent may have: what was read through is what goes, or it is read through again.
    const before = JSON.stringify(gates().map(({ package: { document } }) => document));
    if (before !== this.#shown) return this.check();
    const { finished } = writing();
    host.change(() => finished);
    host.act({ type: 'send' });
  };

  /** Puts the focus where it belongs, once that is drawn. */
  land(): void {
    const wanted = this.#landing;
    if (this.checking) this.#shown ??= JSON.stringify(this.tools.gates().map(({ package: { document } }) => document));
    else this.#shown = undefined;
    if (wanted === undefined) return;
    const element = this.tools.host.root.querySelector<HTMLElement>(wanted);
    if (!element) return;
    this.#landing = undefined;
    element.focus();
  }
  #shown: string | undefined;

  #pick(pointer: string, value: string): void {
    const writing = this.tools.writing();
    if (pointer === '/basis/kind') return writing.chooseBasis(value as WrittenBasis['kind']);
    if (pointer === '/to') {
      const name = this.#nameOf(value);
      const desk = { agency: value, ...(name !== undefined && { name }) };
      writing.put('/to', value === 'coordinator' ? { open: 'coordinator' } : desk);
      // A copy to the desk that gets the sheet itself says it twice.
      const copies = writing.sheet.copyTo ?? [];
      if (copies.some(({ agency }) => agency === value))
        writing.put(
          '/copyTo',
          copies.filter(({ agency }) => agency !== value),
        );
      return this.#stand();
    }
    const next = pointer.endsWith('/together') ? (value === '' ? undefined : value === 'yes') : value || undefined;
    writing.put(pointer, next);
  }

  #copy(agency: string): void {
    const writing = this.tools.writing();
    const name = this.#nameOf(agency);
    writing.put('/copyTo', [...(writing.sheet.copyTo ?? []), { agency, ...(name !== undefined && { name }) }]);
    this.#landing = `#${idOf('/copyTo')}`;
  }

  #nameOf(id: string): string | undefined {
    const name = this.tools.host.directory?.windows.find((desk) => desk.id === id)?.name;
    return typeof name === 'string' ? name : name?.ja;
  }

  /** The reason of a 支援会議 is written for consent as it stands now. */
  #stand(): void {
    const { host } = this.tools;
    const writing = this.tools.writing();
    if (writing.basis.kind !== 'support-conference' || !writing.basis.grounds) return;
    writing.put('/basis/grounds/consent', noConsentBecause(writing.judged, host.consents, host.at));
  }

  #changed(pointer: string): void {
    this.problems = this.problems.filter((problem) => problem.pointer !== pointer);
    this.tools.writing().leave();
    this.tools.wrote(pointer);
    this.tools.draw();
  }
}
