/** What has to be looked at before a sheet is sent. Asked only then, never while somebody writes. No DOM. */
import { checkReferral } from '@tsunagu/schema/referral/check';
import type { EditMessages, MisreadKind } from '../locales/edit.messages.js';
import { basisGaps, type BasisGap } from './basis.js';
import { sectionOf } from './names.js';
import { isBegun, listPointers, missingIn } from './rows.js';
import type { SectionId } from '@tsunagu/schema/referral/words';
import type { Writing } from './writing.js';
import type { TidyRule } from './tidy-field.js';

export interface Problem {
  /** The field it is at. */
  pointer: string;
  section: SectionId;
  message: string;
}

const gapAt: Readonly<Record<BasisGap, string>> = {
  why: '/basis/grounds/why',
  reason: '/basis/grounds/reason',
  members: '/basis/members',
  'member-name': '/basis/members',
  duty: '/basis/members',
  items: '/basis/items',
  'ask-again': '/basis/askAgain/from',
  summary: '/basis/summary',
};

const kindOf = ({ kind }: TidyRule, doubt: string): MisreadKind => {
  if (doubt === 'too-long' && (kind === 'line' || kind === 'text')) return 'too-long';
  if (kind === 'phones') return 'phone';
  return kind === 'line' || kind === 'text' ? 'other' : kind;
};

/** In the order of the sheet; empty when it can be sent, as far as the sheet itself goes. Whether the desk may have it is for the gate. */
export function problemsOf(writing: Writing, { problem }: Pick<EditMessages, 'problem'>): Problem[] {
  const found: Problem[] = [];
  const tell = (pointer: string, message: string): void => {
    if (!found.some((one) => one.pointer === pointer))
      found.push({ pointer, section: pointer.startsWith('/basis/') ? 'basis' : sectionOf(pointer), message });
  };
  const { sheet } = writing;
  if ('agency' in sheet.to && sheet.to.agency === sheet.from.agency) tell('/to', problem['same-desk']);
  const to = 'agency' in sheet.to ? sheet.to.agency : sheet.coordinator.agency;
  if (sheet.copyTo?.some(({ agency }) => agency === to || agency === sheet.from.agency)) tell('/copyTo', problem['copy-twice']);
  for (const { pointer, raw, doubt } of writing.misread) tell(pointer, problem.misread[kindOf(raw.rule, doubt)]);
  for (const list of listPointers)
    writing.rows(list).forEach(({ row }, index) => {
      const [missing] = isBegun(row) ? missingIn(list, row) : [];
      if (missing !== undefined) tell(`${list}/${index}/${missing}`, problem.row[list]);
    });
  for (const gap of basisGaps(writing.basis)) {
    const index = gap === 'member-name' || gap === 'duty' ? membersWithout(writing, gap === 'duty' ? 'duty' : 'name') : undefined;
    tell(index === undefined ? gapAt[gap] : `/basis/members/${index}/${gap === 'duty' ? 'duty' : 'name'}`, problem.gap[gap]);
  }
  if (!found.length)
    for (const { path } of checkReferral(writing.finished)) {
      const pointer = `/${path.join('/')}`;
      tell(pointer, problem.other);
    }
  return found;
}

function membersWithout(writing: Writing, field: 'name' | 'duty'): number | undefined {
  const { basis } = writing;
  const index = basis.kind === 'support-conference' ? (basis.members ?? []).findIndex((member) => member[field] === undefined) : -1;
  return index < 0 ? undefined : index;
}
