import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatHours, parseHours } from '@tsunagu/schema/hours';
import type { Hours, WeeklySpan, Weekday } from '@tsunagu/schema/directory';

const days: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What a week means: for each weekday and nth, its spans; independent of how they are grouped. */
const meaning = (weekly: WeeklySpan[] = []): string[] =>
  days
    .flatMap((day) => [1, 2, 3, 4, 5].map((nth) => ({ day, nth })))
    .map(({ day, nth }) =>
      weekly
        .filter((span) => span.days.includes(day) && (!span.nth || span.nth.includes(nth)))
        .map((span) => `${span.from}-${span.to}${span.byAppointment ? '*' : ''}`)
        .sort()
        .join(' '),
    );

const daySet = fc.uniqueArray(fc.constantFrom(...days), { minLength: 1, maxLength: 7 });

/** Cuts of a day, two by two, make spans that do not overlap; each goes to its own set of days. */
const week = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 47 * 60 + 59 }), { minLength: 2, maxLength: 8 }),
    fc.array(
      fc.record({
        days: daySet,
        nth: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 })),
        byAppointment: fc.boolean(),
      }),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
  )
  .map(([cuts, rules]): WeeklySpan[] => {
    const sorted = [...cuts].sort((a, b) => a - b);
    return rules.slice(0, Math.floor(sorted.length / 2)).map(({ days: own, nth, byAppointment }, i) => ({
      days: own,
      from: clock(sorted[i * 2]!),
      to: clock(sorted[i * 2 + 1]!),
      ...(nth && { nth }),
      ...(byAppointment && { byAppointment }),
    }));
  });

const rule = fc.constantFrom(undefined, 'closed' as const, 'open' as const);
const anyHours = fc
  .record({ weekly: week, holidays: rule, yearEnd: rule })
  .map(({ weekly, holidays, yearEnd }): Hours => ({ text: '…', weekly, ...(holidays && { holidays }), ...(yearEnd && { yearEnd }) }));

/** Pieces of real phrases, so that random text gets deep into the grammar. */
const pieces = [
  ...'月火水木金土日祝第・、／/;～-()（）休翌',
  ...'月曜日 ～金 平日 毎日 土日祝 祝日 年末年始 第2 9:00 17:00 8時半 正午 午前 午後 25:70 を除く 休み 予約制 まで から は も 24時間 年中無休 昼休み ただし 12/29 1月3日 受付 \n ※ あ 電話'.split(
    ' ',
  ),
];

describe('phrases', () => {
  it('are read back to the week they were made of', () => {
    fc.assert(
      fc.property(anyHours, (hours) => {
        const phrase = formatHours(hours);
        const parsed = parseHours(phrase);
        assert.ok(parsed.ok, `${phrase} ${JSON.stringify(parsed)}`);
        assert.deepEqual(meaning(parsed.hours.weekly), meaning(hours.weekly), phrase);
        assert.equal(parsed.hours.holidays, hours.holidays);
        assert.equal(parsed.hours.yearEnd, hours.yearEnd);
        assert.deepEqual(parsed.assumptions, []);
        // From here on the form is canonical, so the second round is exact.
        assert.equal(formatHours(parsed.hours), phrase);
        assert.deepEqual(parseHours(formatHours(parsed.hours)).hours, { ...parsed.hours, text: phrase });
      }),
      { numRuns: 2000 },
    );
  });

  it('are read the same in full-width characters', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
    fc.assert(
      fc.property(anyHours, (hours) => {
        const phrase = formatHours(hours);
        const { text: _, ...read } = parseHours(wide(phrase)).hours;
        assert.deepEqual({ ...read, text: phrase }, parseHours(phrase).hours);
      }),
      { numRuns: 300 },
    );
  });

  it('of any kind never throw, and are either understood whole or kept with what was not understood', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (phrase) => {
        const parsed = parseHours(phrase);
        assert.equal(parsed.hours.text, phrase);
        if (parsed.ok) {
          assert.ok(parsed.hours.weekly?.length);
          assert.ok(parsed.hours.weekly.every((span) => span.from < span.to && span.to < '48:00'));
          const again = parseHours(formatHours(parsed.hours));
          assert.deepEqual(meaning(again.hours.weekly), meaning(parsed.hours.weekly), phrase);
        } else {
          assert.ok(parsed.notUnderstood.length > 0 && parsed.notUnderstood.length <= 21);
          assert.ok(parsed.notUnderstood.every((piece) => piece.length > 0 && piece.length <= 300));
          assert.equal('weekly' in parsed.hours, false);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('with a foreign word anywhere are refused, and the word is shown', () => {
    const foreign = fc.constantFrom(
      '猫',
      '電話',
      '来所',
      'xyz',
      '🙂',
      '最終',
      '不定期',
      '午前中',
      '約',
      '頃',
      '？',
      '!',
      '%',
      '夏季',
      '9999',
      '百',
    );
    fc.assert(
      fc.property(anyHours, foreign, fc.nat(), (hours, word, seed) => {
        const phrase = formatHours(hours);
        const at = seed % (phrase.length + 1);
        const parsed = parseHours(phrase.slice(0, at) + word + phrase.slice(at));
        assert.equal(parsed.ok, false, phrase.slice(0, at) + word + phrase.slice(at));
        assert.ok(!parsed.ok && parsed.notUnderstood.some((piece) => [...word].some((character) => piece.includes(character))));
      }),
      { numRuns: 1500 },
    );
  });

  it('made to exhaust a parser end at once', () => {
    const unit = [
      '(',
      '月',
      '第',
      '9:00～17:00 ',
      '月～金 9:00～17:00、',
      '第1',
      '午前 ',
      '～',
      '、',
      '1',
      '翌',
      '\u2028',
      'ﷺ',
      '（土は予約制）',
      '月 9:00～10:00（',
    ];
    for (const part of unit) {
      for (const length of [1999, 20_000, 200_000]) {
        const phrase = part.repeat(Math.ceil(length / part.length)).slice(0, length);
        const parsed = parseHours(phrase);
        assert.equal(parsed.ok, false, part);
        assert.equal(parsed.hours.text, phrase);
      }
    }
  });
});
