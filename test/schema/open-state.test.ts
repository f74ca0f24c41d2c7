import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CityCalendar, Hours } from '@tsunagu/schema/directory';
import { parseHours } from '@tsunagu/schema/hours';
import { openState, type OpenState } from '@tsunagu/schema/open-state';

const jst = (text: string) => new Date(`${text.replace(' ', 'T')}:00+09:00`);
const hoursOf = (phrase: string, more: Partial<Hours> = {}): Hours => ({ ...parseHours(phrase).hours, ...more });
const shown = (at?: Date) => at && new Date(+at + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** 「open 2026-11-24 17:00」, 「closed day-off 2026-11-24 09:00」 … */
const say = (state: OpenState): string => {
  if (state.state === 'open') return ['open', shown(state.until) ?? 'all-day', state.closingSoon && 'soon'].filter(Boolean).join(' ');
  if (state.state === 'closed')
    return ['closed', state.reason, shown(state.opensAt), state.opensByAppointment && 'booked'].filter(Boolean).join(' ');
  return ['unknown', state.reason, state.holidayName, shown(state.until)].filter(Boolean).join(' ');
};
const at = (hours: Hours | undefined, moment: string, calendar?: CityCalendar, id?: string) =>
  say(openState({ id, hours }, jst(moment), calendar));

describe('a desk of 生駒 (Monday to Friday, nothing said of holidays)', () => {
  const hours = hoursOf('月曜日～金曜日 9:00～16:30');
  for (const [moment, expected] of [
    ['2026-11-20 08:59', 'closed outside-hours 2026-11-20 09:00'],
    ['2026-11-20 09:00', 'open 2026-11-20 16:30'],
    ['2026-11-20 15:59', 'open 2026-11-20 16:30'],
    ['2026-11-20 16:00', 'open 2026-11-20 16:30 soon'],
    ['2026-11-20 16:29', 'open 2026-11-20 16:30 soon'],
    ['2026-11-20 16:30', 'closed outside-hours 2026-11-24 09:00'],
    ['2026-11-20 23:59', 'closed outside-hours 2026-11-24 09:00'],
    ['2026-11-21 00:00', 'closed day-off 2026-11-24 09:00'],
    ['2026-11-23 08:59', 'closed outside-hours 2026-11-24 09:00'],
    ['2026-11-23 10:00', 'unknown holiday 勤労感謝の日 2026-11-23 16:30'],
    ['2026-11-23 16:30', 'closed outside-hours 2026-11-24 09:00'],
    ['2026-05-06 10:00', 'unknown holiday 振替休日 2026-05-06 16:30'],
    ['2026-09-22 10:00', 'unknown holiday 国民の休日 2026-09-22 16:30'],
    ['2026-12-28 10:00', 'open 2026-12-28 16:30'],
    ['2026-12-28 17:00', 'closed outside-hours 2027-01-04 09:00'],
    ['2026-12-29 10:00', 'unknown year-end 2026-12-29 16:30'],
    ['2026-12-31 23:59', 'closed outside-hours 2027-01-04 09:00'],
    ['2027-01-01 00:00', 'closed outside-hours 2027-01-04 09:00'],
    ['2027-01-01 10:00', 'unknown year-end 元日 2027-01-01 16:30'],
    ['2027-01-02 10:00', 'closed day-off 2027-01-04 09:00'],
    ['2027-01-04 10:00', 'open 2027-01-04 16:30'],
  ] as const) {
    it(moment, () => assert.equal(at(hours, moment), expected));
  }
  it('says nothing of what it does not know', () => {
    assert.deepEqual(openState({ hours }, jst('2026-11-23 10:00')), {
      state: 'unknown',
      reason: 'holiday',
      holidayName: '勤労感謝の日',
      until: jst('2026-11-23 16:30'),
      opensAt: jst('2026-11-24 09:00'),
    });
    assert.deepEqual(openState({ hours }, jst('2026-11-20 10:00')), { state: 'open', until: jst('2026-11-20 16:30'), closingSoon: false });
  });
});

describe('Saturday by appointment', () => {
  const hours = hoursOf('月曜日～土曜日 9:00～17:30 (土曜日は予約制)');
  it('is unknown on Saturday, closed before and after', () => {
    assert.equal(at(hours, '2026-11-21 10:00'), 'unknown by-appointment 2026-11-21 17:30');
    assert.equal(at(hours, '2026-11-21 18:00'), 'closed outside-hours 2026-11-24 09:00');
    assert.equal(at(hours, '2026-11-20 18:00'), 'closed outside-hours 2026-11-24 09:00 booked');
  });
  it('never opens where every hour is by appointment', () => {
    assert.equal(at(hoursOf('月～金 9:00～17:00（予約制）'), '2026-11-20 18:00'), 'closed outside-hours booked');
  });
  it('gives way to a walk-in span of the same time', () => {
    const both = hoursOf('月～金 9:00～17:00', {
      weekly: [
        { days: ['fri'], from: '09:00', to: '12:00' },
        { days: ['fri'], from: '09:00', to: '17:00', byAppointment: true },
      ],
    });
    assert.equal(at(both, '2026-11-20 11:45'), 'open 2026-11-20 12:00 soon');
    assert.equal(at(both, '2026-11-20 12:00'), 'unknown by-appointment 2026-11-20 17:00');
  });
});

describe('past midnight', () => {
  const hours = hoursOf('金 22:00～26:00（祝日を除く）');
  it('belongs to the day on which it began', () => {
    assert.equal(at(hours, '2026-11-21 01:00'), 'open 2026-11-21 02:00');
    assert.equal(at(hours, '2026-11-20 01:00'), 'closed outside-hours 2026-11-20 22:00');
    // Friday 2026-02-27 runs into Saturday; 2026-03-20 (春分の日) is a Friday.
    assert.equal(at(hours, '2026-03-21 01:00'), 'closed day-off 2026-03-27 22:00');
    assert.equal(at(hours, '2026-03-20 23:00'), 'closed holiday 2026-03-27 22:00');
  });
  it('goes on into a holiday and into a closure', () => {
    const daily = hoursOf('毎日 22:00～翌5:00（祝日を除く）');
    assert.equal(at(daily, '2026-11-23 04:00'), 'open 2026-11-23 05:00');
    assert.equal(at(daily, '2026-11-23 23:00'), 'closed holiday 2026-11-24 22:00');
    assert.equal(at(daily, '2026-11-20 04:00', { closures: [{ from: '2026-11-20' }] }), 'open 2026-11-20 05:00');
    assert.equal(at(daily, '2026-11-20 05:00', { closures: [{ from: '2026-11-20' }] }), 'closed closure 2026-11-21 22:00');
  });
  it('joins the next span without a gap', () => {
    assert.equal(at(hoursOf('金 18:00～24:00、土 0:00～3:00'), '2026-11-20 23:45'), 'open 2026-11-21 03:00');
    assert.equal(at(hoursOf('金 9:00～12:00・12:00～17:00'), '2026-11-20 11:45'), 'open 2026-11-20 17:00');
  });
});

describe('around the clock', () => {
  it('has no end', () => {
    assert.deepEqual(openState({ hours: hoursOf('24時間365日') }, jst('2026-12-31 23:50')), {
      state: 'open',
      closingSoon: false,
      allDay: true,
    });
  });
  it('ends without alarm where a holiday begins of which nobody knows', () => {
    const hours = hoursOf('24時間');
    assert.equal(at(hours, '2026-11-20 12:00'), 'open all-day');
    assert.equal(at(hours, '2026-11-22 23:50'), 'open 2026-11-23 00:00');
    assert.equal(at(hours, '2026-11-23 00:00'), 'unknown holiday 勤労感謝の日 2026-11-24 00:00');
  });
});

describe('rules, from the strongest', () => {
  const week = hoursOf('毎日 9:00～17:00（祝日を除く）');
  const closures = [{ from: '2026-11-18', to: '2026-11-23', note: '改修のため' }];
  it('exception, closure, turn of the year and holiday, week', () => {
    const opened = { ...week, exceptions: [{ from: '2026-11-23', spans: [{ from: '10:00', to: '12:00' }], note: '特別相談会' }] };
    assert.equal(at(opened, '2026-11-23 11:00', { closures }), 'open 2026-11-23 12:00');
    assert.equal(at(week, '2026-11-23 11:00', { closures }), 'closed closure 2026-11-24 09:00');
    assert.equal(at(week, '2026-11-23 11:00'), 'closed holiday 2026-11-24 09:00');
    assert.deepEqual(openState({ hours: week }, jst('2026-11-23 11:00')), {
      state: 'closed',
      reason: 'holiday',
      holidayName: '勤労感謝の日',
      opensAt: jst('2026-11-24 09:00'),
    });
    assert.deepEqual(openState({ hours: week }, jst('2026-11-20 11:00'), { closures }), {
      state: 'closed',
      reason: 'closure',
      opensAt: jst('2026-11-24 09:00'),
      note: '改修のため',
    });
  });
  it('a closure that names desks closes only those', () => {
    const calendar = { closures: [{ from: '2026-11-20', windows: ['a'] }] };
    assert.equal(at(week, '2026-11-20 10:00', calendar, 'a'), 'closed closure 2026-11-21 09:00');
    assert.equal(at(week, '2026-11-20 10:00', calendar, 'b'), 'open 2026-11-20 17:00');
    assert.equal(at(week, '2026-11-20 10:00', calendar), 'open 2026-11-20 17:00');
  });
  it('a closure also answers for a desk whose hours are not known', () => {
    assert.equal(at(undefined, '2026-11-20 10:00', { closures }), 'closed closure');
  });
  it('元日 is closed by 祝日を除く alone, open only where the turn of the year is said to be open', () => {
    assert.equal(at(week, '2027-01-01 10:00'), 'closed holiday 2027-01-04 09:00');
    assert.equal(at(week, '2027-01-02 10:00'), 'unknown year-end 2027-01-02 17:00');
    assert.equal(at({ ...week, yearEnd: 'open' }, '2027-01-01 10:00'), 'open 2027-01-01 17:00');
    assert.equal(at({ ...week, holidays: 'open' }, '2027-01-01 10:00'), 'unknown year-end 元日 2027-01-01 17:00');
  });
  it('the shortest exception wins, then the later', () => {
    const exceptions = [
      { from: '2026-11-20', spans: [{ from: '13:00', to: '14:00' }] },
      { from: '2026-11-16', to: '2026-11-22', closed: true },
    ];
    assert.equal(at({ ...week, exceptions }, '2026-11-20 13:00'), 'open 2026-11-20 14:00');
    assert.equal(at({ ...week, exceptions }, '2026-11-19 13:00'), 'closed exception 2026-11-20 13:00');
    assert.equal(
      at({ ...week, exceptions: [...exceptions, { from: '2026-11-20', closed: true }] }, '2026-11-20 13:00'),
      'closed exception 2026-11-24 09:00',
    );
  });
  it('an exception that says neither closed nor spans leaves the day unknown', () => {
    assert.equal(
      at({ ...week, exceptions: [{ from: '2026-11-20', note: '時間が変わります' }] }, '2026-11-20 13:00'),
      'unknown not-understood',
    );
  });
});

describe('what is not known', () => {
  it('stays unknown', () => {
    assert.deepEqual(openState({}, jst('2026-11-20 10:00')), { state: 'unknown', reason: 'no-hours' });
    assert.deepEqual(openState({ hours: parseHours('随時').hours }, jst('2026-11-20 10:00')), {
      state: 'unknown',
      reason: 'not-understood',
    });
    assert.equal(at({ text: '…', weekly: [] }, '2026-11-20 10:00'), 'unknown not-understood');
    assert.equal(at({ text: '…', weekly: [{ days: ['mon'], from: '17:00', to: '09:00' }] }, '2026-11-20 10:00'), 'unknown not-understood');
  });
  it('is every moment that is none', () => {
    for (const moment of [NaN, 8.64e15, -8.64e15]) {
      assert.equal(openState({ hours: hoursOf('24時間365日') }, new Date(moment)).state, 'unknown');
    }
  });
  it('never makes opensAt: a desk closed for months opens at no known time', () => {
    const hours = hoursOf('月～金 9:00～17:00', { exceptions: [{ from: '2026-11-20', to: '2027-03-31', closed: true }] });
    assert.equal(at(hours, '2026-11-20 10:00'), 'closed exception');
  });
});

describe('any week at any moment', () => {
  const clock = fc.integer({ min: 0, max: 47 * 60 + 58 });
  const two = (n: number) => String(n).padStart(2, '0');
  const time = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const rule = fc.constantFrom('closed', 'open', 'unknown', undefined);
  const span = fc
    .tuple(
      fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, { minLength: 1 }),
      clock,
      clock,
      fc.option(fc.subarray([1, 2, 3, 4, 5], { minLength: 1 })),
      fc.boolean(),
    )
    .map(([days, a, b, nth, byAppointment]) => ({
      days,
      from: time(Math.min(a, b)),
      to: time(Math.max(a, b) + 1),
      ...(nth && { nth }),
      byAppointment,
    }));
  const hours = fc.record({
    text: fc.constant('…'),
    weekly: fc.array(span, { minLength: 1, maxLength: 5 }),
    holidays: rule,
    yearEnd: rule,
  });
  const moment = fc
    .integer({ min: +jst('2026-01-01 00:00'), max: +jst('2027-12-31 00:00') })
    .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000));

  it('is open until the minute it says, and opens when it says', () => {
    fc.assert(
      fc.property(hours, moment, (own, now) => {
        const state = openState({ hours: own }, now);
        const is = (ms: number) => openState({ hours: own }, new Date(ms)).state;
        if (state.state === 'open' && state.until) {
          assert.ok(+state.until > +now);
          assert.equal(is(+state.until - 60_000), 'open');
          assert.notEqual(is(+state.until), 'open');
        }
        if (state.state !== 'open' && state.opensAt) {
          assert.ok(+state.opensAt > +now);
          assert.equal(is(+state.opensAt), 'open');
          assert.notEqual(is(+state.opensAt - 60_000), 'open');
        }
      }),
      { numRuns: 3000 },
    );
  });
});
