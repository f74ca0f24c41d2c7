/**
 * openState against an oracle that shares nothing with it: every minute of a year is judged on its own, days are read by
 * Intl.DateTimeFormat, holidays come from another package's table, and ends and beginnings are found by walking the minutes.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import holidayJp from '@holiday-jp/holiday_jp';
import type { CityCalendar, Hours } from '@tsunagu/schema/directory';
import { parseHours } from '@tsunagu/schema/hours';
import { openState } from '@tsunagu/schema/open-state';

const start = Date.parse('2026-01-01T00:00:00+09:00');
const halfHours = 17_520;
const horizon = 61 * 1440;
const minutes = halfHours * 30 + horizon;

interface DayRow {
  date: string;
  weekday: string;
  holiday: string | undefined;
}

const inTokyo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
});
const dayRow = (at: number): DayRow => {
  const parts = Object.fromEntries(inTokyo.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return { date, weekday: parts.weekday!, holiday: (holidayJp.holidays as Record<string, { name: string }>)[date]?.name };
};
/** Row 0 is the day before the year, for spans that run past midnight into it. */
const rows = Array.from({ length: minutes / 1440 + 2 }, (_, i) => dayRow(start + (i - 1) * 86_400_000));

type Kind = 'open' | 'closed' | 'by-appointment' | 'holiday' | 'year-end';
/** [from, to, kind] in minutes of the day. */
type DayPlan = (row: DayRow) => [from: number, to: number, kind: Kind][];

const at = (hour: number, minute = 0) => hour * 60 + minute;
const isYearEnd = ({ date }: DayRow) => /-(12-(29|30|31)|01-0[123])$/.test(date);

const judge = (plan: DayPlan): Kind[] => {
  const plans = rows.map(plan);
  return Array.from({ length: minutes }, (_, i) => {
    const day = Math.floor(i / 1440) + 1;
    const minute = i % 1440;
    const now = plans[day]!.filter(([from, to]) => minute >= from && minute < to);
    const spilled = plans[day - 1]!.filter(([from, to]) => minute + 1440 >= from && minute + 1440 < to);
    const kinds = [...now, ...spilled].map(([, , kind]) => kind);
    return kinds.includes('open') ? 'open' : (kinds[0] ?? 'closed');
  });
};

const compare = (window: { id?: string; hours: Hours }, calendar: CityCalendar | undefined, kinds: Kind[]) => {
  const nextOpen: number[] = [];
  const end: number[] = [];
  for (let i = minutes - 1; i >= 0; i--) {
    nextOpen[i] = kinds[i] === 'open' ? i : (nextOpen[i + 1] ?? Infinity);
    end[i] = kinds[i + 1] === kinds[i] ? (end[i + 1] ?? i + 1) : i + 1;
  }
  const moment = (minute: number) => new Date(start + minute * 60_000);
  let seen = 0;
  for (let i = 0; i < halfHours * 30; i += 30) {
    const state = openState(window, moment(i), calendar);
    const kind = kinds[i]!;
    const where = () => `${moment(i).toISOString()} ${rows[Math.floor(i / 1440) + 1]!.date} ${JSON.stringify(state)} expected ${kind}`;
    seen++;
    if (kind === 'open') {
      assert.ok(state.state === 'open', where());
      if (end[i]! - i > 1440) assert.deepEqual(state, { state: 'open', closingSoon: false, allDay: true }, where());
      else {
        assert.equal(+state.until!, +moment(end[i]!), where());
        const soon = end[i]! - i <= 30 && (kinds[end[i]!] === 'closed' || kinds[end[i]!] === 'by-appointment');
        assert.equal(state.closingSoon, soon, where());
      }
      continue;
    }
    const opens = nextOpen[i]! - i < 60 * 1440 ? +moment(nextOpen[i]!) : undefined;
    if (kind === 'closed') {
      assert.ok(state.state === 'closed', where());
      assert.equal(state.opensAt && +state.opensAt, opens, where());
    } else {
      assert.ok(state.state === 'unknown' && state.reason === kind, where());
      assert.equal(state.until && +state.until, end[i]! - i <= 1440 ? +moment(end[i]!) : undefined, where());
      assert.equal(state.opensAt && +state.opensAt, opens, where());
      // The table says 「こどもの日 振替休日」 and 「休日」 where the rule says 「振替休日」 and 「国民の休日」.
      const name = rows[Math.floor(i / 1440) + 1]!.holiday?.replace(/^.* (?=振替)/, '').replace(/^休日$/, '国民の休日');
      if (kind === 'holiday') assert.equal(state.holidayName, name, where());
    }
  }
  assert.equal(seen, halfHours);
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const all = [...weekdays, 'Sat', 'Sun'];

/** Each distinct phrase of the 別表, with what a reader of it knows: days → [from, to, by appointment]. */
const ikoma: [phrase: string, table: [days: string[], from: number, to: number, byAppointment?: true][]][] = [
  ['月曜日～金曜日 9:00～16:30', [[weekdays, at(9), at(16, 30)]]],
  ['月曜日～土曜日 8:30～17:30', [[[...weekdays, 'Sat'], at(8, 30), at(17, 30)]]],
  ['月曜日～金曜日 8:30～17:30', [[weekdays, at(8, 30), at(17, 30)]]],
  ['月曜日～土曜日 8:45～17:00', [[[...weekdays, 'Sat'], at(8, 45), at(17)]]],
  [
    '月～金 8:40～17:20 土 8:40～12:30',
    [
      [weekdays, at(8, 40), at(17, 20)],
      [['Sat'], at(8, 40), at(12, 30)],
    ],
  ],
  ['月曜日～土曜日 8:30～17:15', [[[...weekdays, 'Sat'], at(8, 30), at(17, 15)]]],
  ['月曜日～土曜日 8:45～17:30', [[[...weekdays, 'Sat'], at(8, 45), at(17, 30)]]],
  ['月曜日～土曜日 8:45～17:15', [[[...weekdays, 'Sat'], at(8, 45), at(17, 15)]]],
  [
    '月曜日～土曜日 9:00～17:30 (土曜日は予約制)',
    [
      [weekdays, at(9), at(17, 30)],
      [['Sat'], at(9), at(17, 30), true],
    ],
  ],
  [
    '月曜日～土曜日 9:00～17:00 (土曜日は14:00迄)',
    [
      [weekdays, at(9), at(17)],
      [['Sat'], at(9), at(14)],
    ],
  ],
  ['火・木～日曜日 9:00～17:00', [[['Tue', 'Thu', 'Fri', 'Sat', 'Sun'], at(9), at(17)]]],
  ['月曜日～金曜日 9:00～17:00', [[weekdays, at(9), at(17)]]],
  ['月曜日～金曜日 8:30～17:15', [[weekdays, at(8, 30), at(17, 15)]]],
];

describe('every half hour of 2026', () => {
  for (const [phrase, table] of ikoma) {
    it(`生駒: ${phrase}`, () => {
      const { hours } = parseHours(phrase);
      const plan: DayPlan = (row) =>
        table
          .filter(([days]) => days.includes(row.weekday))
          .map(([, from, to, booked]) => [
            from,
            to,
            isYearEnd(row) ? 'year-end' : row.holiday ? 'holiday' : booked ? 'by-appointment' : 'open',
          ]);
      compare({ hours }, undefined, judge(plan));
    });
  }

  it('24 hours, holidays unknown', () => {
    const plan: DayPlan = (row) => [[0, 1440, isYearEnd(row) ? 'year-end' : row.holiday ? 'holiday' : 'open']];
    compare({ hours: parseHours('24時間').hours }, undefined, judge(plan));
  });

  it('24 hours on 365 days', () => {
    compare(
      { hours: parseHours('24時間365日').hours },
      undefined,
      judge(() => [[0, 1440, 'open']]),
    );
  });

  it('a desk with a lunch break, nth Saturdays, nights, exceptions, closures, a city calendar and both rules', () => {
    const calendar: CityCalendar = {
      yearEnd: { from: '12-28', to: '01-04' },
      closures: [
        { from: '2026-06-10', note: '停電のため' },
        { from: '2026-10-05', to: '2026-10-07', windows: ['other'] },
        { from: '2026-10-20', to: '2026-10-22', windows: ['other', 'desk'] },
      ],
      holidaysAdded: [{ date: '2026-11-13', name: '市民の日' }],
      holidaysRemoved: ['2026-02-11'],
    };
    const { hours } = parseHours(
      '月～木 9:00～12:00・13:00～17:00、金 9:00～17:00・22:00～翌2:00、第2・第4土曜 9:00～12:00、第1日曜 10:00～12:00（予約制）、年末年始を除く、祝日も開所',
    );
    hours.exceptions = [
      { from: '2026-08-10', to: '2026-08-14', closed: true },
      {
        from: '2026-08-12',
        spans: [
          { from: '10:00', to: '11:30' },
          { from: '13:00', to: '14:00', byAppointment: true },
        ],
      },
      { from: '2026-06-10', spans: [{ from: '09:00', to: '10:00' }] },
      { from: '2026-12-30', spans: [{ from: '20:00', to: '25:30' }] },
    ];
    const plan: DayPlan = ({ date, weekday }) => {
      if (date === '2026-08-12')
        return [
          [at(10), at(11, 30), 'open'],
          [at(13), at(14), 'by-appointment'],
        ];
      if (date >= '2026-08-10' && date <= '2026-08-14') return [];
      if (date === '2026-06-10') return [[at(9), at(10), 'open']];
      if (date === '2026-12-30') return [[at(20), at(25, 30), 'open']];
      if (date >= '2026-10-20' && date <= '2026-10-22') return [];
      if (/-(12-(28|29|30|31)|01-0[1234])$/.test(date)) return [];
      const nth = Math.ceil(Number(date.slice(8)) / 7);
      if (weekday === 'Fri')
        return [
          [at(9), at(17), 'open'],
          [at(22), at(26), 'open'],
        ];
      if (weekday === 'Sat') return nth === 2 || nth === 4 ? [[at(9), at(12), 'open']] : [];
      if (weekday === 'Sun') return nth === 1 ? [[at(10), at(12), 'by-appointment']] : [];
      return [
        [at(9), at(12), 'open'],
        [at(13), at(17), 'open'],
      ];
    };
    compare({ id: 'desk', hours }, calendar, judge(plan));
  });

  it('a desk that is closed on holidays, those that the city adds included, and says nothing of the turn of the year', () => {
    const calendar: CityCalendar = { holidaysAdded: [{ date: '2026-11-13', name: '市民の日' }], holidaysRemoved: ['2026-02-11'] };
    const plan: DayPlan = (row) => {
      const holiday = row.date === '2026-11-13' || (row.holiday !== undefined && row.date !== '2026-02-11');
      if (holiday) return [];
      return all.slice(0, 5).includes(row.weekday) ? [[at(18), at(30), isYearEnd(row) ? 'year-end' : 'open']] : [];
    };
    compare({ hours: parseHours('月～金 18:00～翌6:00（祝日を除く）').hours }, calendar, judge(plan));
  });
});
