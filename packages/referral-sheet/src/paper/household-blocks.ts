import { withoutRuby } from '@tsunagu/core';
import { tokyoParts } from '@tsunagu/schema/open-state';
import type { PaperBlock, PaperOptions } from './content.js';

/** Whole years on that day in Tokyo; undefined where the date is none. */
export function ageAt(birthDate: string, at: Date): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(birthDate);
  if (!match) return undefined;
  const { year, month, day } = tokyoParts(at);
  const [, born = 0, bornMonth = 0, bornDay = 0] = match.map(Number);
  const age = year - born - (month < bornMonth || (month === bornMonth && day < bornDay) ? 1 : 0);
  return age < 0 || age > 130 ? undefined : age;
}

/** Characters of a remark that a cell has room for. */
const mostInTable = 40;

/** 世帯: a table of what fits into one, and below it what was written of each. */
export function householdBlocks({ sheet, words, messages, at }: PaperOptions): PaperBlock[] {
  const { members = [], note } = sheet.household ?? {};
  const { choices } = words;
  const who = (index: number): string => {
    const { relation, name } = members[index]!;
    return name ?? (relation === undefined ? `${index + 1}` : choices.relation[relation]);
  };
  const remarksOf = ({ health, care, note: remark }: (typeof members)[number]): [label: string, text: string][] =>
    [
      [words.member.health, health],
      [words.member.care, care],
      [words.member.note, remark],
    ].filter((pair): pair is [string, string] => !!pair[1]);
  const short = (member: (typeof members)[number]): string =>
    remarksOf(member)
      .map(([label, text]) => messages.labelled(withoutRuby(label), text))
      .join('　');
  /** What is short stands in the table, as on the forms of cities. */
  const inTable = members.every((member) => short(member).length <= mostInTable);
  const rows = members.map((member) => {
    const { relation, name, kana, age, birthDate, together, work, sex } = member;
    const years = age ?? (birthDate === undefined ? undefined : ageAt(birthDate, at));
    const aged = [
      years === undefined ? '' : messages.age(years),
      birthDate === undefined ? '' : messages.birth(birthDate),
      sex === undefined ? '' : choices.sex[sex],
    ];
    return [
      relation === undefined ? '' : choices.relation[relation],
      name === undefined ? (kana ?? '') : kana === undefined ? name : messages.kana(name, kana),
      aged.filter(Boolean).join(' '),
      together === undefined ? '' : messages.together[together ? 'yes' : 'no'],
      [work ?? '', inTable ? short(member) : ''].filter(Boolean).join('　'),
    ];
  });
  const head = messages.household;
  const columns = [head.relation, head.name, head.age, head.together, head.work];
  const ours = [true, false, true, true, false];
  // A column nobody may have, or nobody filled, is no column: an empty one would look as if something was missing.
  const kept = columns.flatMap((_, index) => (rows.some((row) => row[index]) ? [index] : []));
  const remarks = inTable
    ? []
    : members.flatMap((member, index): PaperBlock[] =>
        remarksOf(member).map(([label, text]) => ({ kind: 'text', label: messages.of(who(index), label), text })),
      );
  return [
    ...(kept.length
      ? [
          {
            kind: 'table' as const,
            head: kept.map((index) => columns[index]!),
            ours: kept.map((index) => ours[index]!),
            rows: rows.map((row) => kept.map((index) => row[index]!)),
          },
        ]
      : []),
    ...remarks,
    ...(note ? [{ kind: 'text' as const, label: words.household.note, text: note }] : []),
  ];
}
