/** What the gate shows of one desk: what goes, what stays and why, and what can be done where nothing may go. No DOM. */
import {
  sendGate,
  type ConsentsByRef,
  type GateCode,
  type ReferralPackage,
  type ReferralSheet,
  type StayReason,
} from '@tsunagu/schema/referral';
import { sectionIds, type SectionId } from '@tsunagu/schema/referral/words';
import { contentsOf, isHeading, labelOf, memberTitle, type Content, type Said } from './contents.js';
import { fieldName, sectionOf } from './names.js';
import { patternOf } from './pointer.js';
import { rowOf } from './rows.js';

/** What can be done where the gate is shut. */
export type GateWay = 'anonymous' | 'consent' | 'write' | 'basis';

export interface StayGroup {
  reason: StayReason;
  fields: { section: SectionId; labels: string[] }[];
}

export interface GateView {
  agency: string;
  name: string;
  copy: boolean;
  open: boolean;
  /** Why it is shut, and a sentence in Japanese. */
  shut?: { code: GateCode; message: string };
  ways: readonly GateWay[];
  goes: Content[];
  stays: StayGroup[];
  toRead: readonly string[];
  package: ReferralPackage;
}

const waysOf: Readonly<Record<GateCode, readonly GateWay[]>> = {
  'nothing-said': ['write'],
  'no-consent': ['anonymous'],
  'has-consent': ['consent'],
  'no-ground': ['basis'],
  'not-member': ['basis'],
  'consent-changed': ['basis'],
  'names-somebody': ['basis'],
};

/** The desk the sheet would go to. */
export const receiverOf = ({ to, coordinator }: ReferralSheet): { agency: string; name?: string } =>
  'agency' in to ? (to as { agency: string; name?: string }) : coordinator;

export function gateView(
  sheet: ReferralSheet,
  desk: { agency: string; name?: string },
  { consents, at, said, copy = false }: { consents: ConsentsByRef; at: Date; said: Said; copy?: boolean },
): GateView {
  const gate = sendGate(sheet, desk.agency, consents, at);
  const { document, stays, toRead } = gate.package;
  const goes = gate.open ? contentsOf(document, said, toRead) : [];
  const shut = gate.open ? undefined : { code: gate.code, message: gate.message };
  const anonymous = sheet.basis.kind === 'anonymous-advice';
  return {
    agency: desk.agency,
    name: said.desk(desk.agency, desk.name),
    copy,
    open: gate.open,
    ...(shut && { shut }),
    ways: shut ? (anonymous && shut.code === 'nothing-said' ? ['basis'] : waysOf[shut.code]) : [],
    goes,
    stays: stayGroups(sheet, stays, said),
    toRead,
    package: gate.package,
  };
}

/** The gates of everybody who would get it, the desk itself first. */
export const gatesOf = (sheet: ReferralSheet, context: { consents: ConsentsByRef; at: Date; said: Said }): GateView[] => [
  gateView(sheet, receiverOf(sheet), context),
  ...(sheet.copyTo ?? []).map((desk) => gateView(sheet, desk, { ...context, copy: true })),
];

/** Fields that stay behind, by reason and section, each name once. What the desk keeps for itself in any case is not among them. */
function stayGroups(sheet: ReferralSheet, stays: ReferralPackage['stays'], said: Said): StayGroup[] {
  /** Reason → section → of whom (empty: of nobody else) → fields. */
  const groups = new Map<StayReason, Map<SectionId, Map<string, Set<string>>>>();
  for (const { pointer, reason } of stays) {
    if (isHeading(patternOf(pointer))) continue;
    const { of, label } = stayLabel(sheet, pointer, said);
    const sections = groups.get(reason) ?? new Map<SectionId, Map<string, Set<string>>>();
    const section = sectionOf(pointer);
    const people = sections.get(section) ?? new Map<string, Set<string>>();
    groups.set(reason, sections.set(section, people.set(of, (people.get(of) ?? new Set<string>()).add(label))));
  }
  return [...groups].map(([reason, sections]) => ({
    reason,
    fields: sectionIds.flatMap((section) => {
      const people = [...(sections.get(section) ?? [])];
      const labels = people.flatMap(([of, names]) => (of === '' ? [...names] : [said.texts.labelled(of, said.texts.list([...names]))]));
      return labels.length ? [{ section, labels }] : [];
    }),
  }));
}

function stayLabel(sheet: ReferralSheet, pointer: string, said: Said): { of: string; label: string } {
  const pattern = patternOf(pointer);
  const row = rowOf(pointer);
  if (row?.list === '/household/members') return { of: memberTitle(sheet, row.index, said), label: labelOf(pattern, said) };
  if (row) return { of: '', label: fieldName(said.words, row.list) };
  const area = /^\/assessment\/(\w+)\/(level|note)$/.exec(pointer)?.[1];
  return { of: '', label: area === undefined ? labelOf(pattern, said) : fieldName(said.words, `/assessment/${area}`) };
}
