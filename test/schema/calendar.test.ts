import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import holidayJp from '@holiday-jp/holiday_jp';
import fc from 'fast-check';
import type { CityCalendar } from '@tsunagu/schema/directory';
import { parseHours } from '@tsunagu/schema/hours';
import {
  addBusinessDays,
  dayKind,
  holidayName,
  isBusinessDay,
  spansOn,
  tokyoDate,
  tokyoParts,
  weekTable,
} from '@tsunagu/schema/open-state';

const dayMs = 86_400_000;
const dates = (from: string, to: string): string[] => {
  const found: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) found.push(new Date(at).toISOString().slice(0, 10));
  return found;
};

describe('holidays', () => {
  it('are those of the table of holiday-jp on every day from 2000 to 2050', () => {
    const table = holidayJp.holidays as Record<string, { name: string }>;
    for (const date of dates('2000-01-01', '2050-12-31')) assert.equal(holidayName(date) !== undefined, date in table, date);
  });
  it('bear their names', () => {
    assert.equal(holidayName('2026-11-23'), '勤労感謝の日');
    assert.equal(holidayName('2026-05-06'), '振替休日');
    assert.equal(holidayName('2026-09-22'), '国民の休日');
    assert.equal(holidayName('2026-11-24'), undefined);
  });
  it('are corrected by the city', () => {
    const calendar: CityCalendar = { holidaysAdded: [{ date: '2026-11-13', name: '市民の日' }], holidaysRemoved: ['2026-11-23'] };
    assert.equal(holidayName('2026-11-13', calendar), '市民の日');
    assert.equal(holidayName('2026-11-23', calendar), undefined);
    assert.equal(holidayName('2026-11-23'), '勤労感謝の日');
  });
  it('give way to the turn of the year, which the city may move', () => {
    const kinds = (calendar?: CityCalendar) =>
      dates('2026-12-27', '2027-01-05')
        .map((date) => dayKind(date, calendar)[0])
        .join('');
    assert.equal(kinds(), 'nnyyyyyynn');
    assert.equal(kinds({ yearEnd: { from: '12-28', to: '01-04' } }), 'nyyyyyyyyn');
    assert.equal(kinds({ yearEnd: { from: '12-31', to: '12-31' } }), 'nnnnyhnnnn');
    assert.equal(dayKind('2026-11-23'), 'holiday');
  });
  it('of something that is no date are none', () => {
    for (const key of ['', 'tomorrow', '2026-13-99x']) assert.equal(holidayName(key), undefined);
    assert.equal(isBusinessDay('someday'), false);
  });
});

describe('time in Tokyo', () => {
  const inTokyo = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Tokyo',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  it('is what Intl says, at any moment', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1952-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        const parts = Object.fromEntries(inTokyo.formatToParts(at).map(({ type, value }) => [type, value]));
        const ours = tokyoParts(at);
        assert.equal(ours.dateKey, `${parts.year}-${parts.month}-${parts.day}`);
        assert.equal(ours.weekday, parts.weekday!.toLowerCase());
        assert.equal(ours.minutes, Number(parts.hour) * 60 + Number(parts.minute));
        assert.deepEqual([ours.year, ours.month, ours.day], [Number(parts.year), Number(parts.month), Number(parts.day)]);
        assert.equal(+tokyoDate(ours.dateKey, ours.minutes), Math.floor(+at / 60_000) * 60_000);
      }),
    );
  });
  it('turns at midnight', () => {
    assert.equal(tokyoParts(new Date('2026-11-23T14:59:59Z')).dateKey, '2026-11-23');
    assert.deepEqual(tokyoParts(new Date('2026-11-23T15:00:00Z')), {
      year: 2026,
      month: 11,
      day: 24,
      weekday: 'tue',
      minutes: 0,
      dateKey: '2026-11-24',
      nth: 4,
    });
  });
  it('does not depend on the time zone of the machine', () => {
    const script = `
      import { openState, holidayName, tokyoParts, addBusinessDays } from '@tsunagu/schema/open-state';
      const hours = { text: '…', weekly: [{ days: ['mon', 'tue', 'fri'], from: '09:00', to: '26:00', nth: [1, 3, 4] }], holidays: 'closed' };
      const found = [];
      for (let at = Date.parse('2026-03-01T00:00:00Z'); at < Date.parse('2026-12-31T00:00:00Z'); at += 5.5 * 3_600_000) {
        const date = new Date(at);
        found.push(openState({ hours }, date), tokyoParts(date), holidayName(tokyoParts(date).dateKey));
      }
      process.stdout.write(JSON.stringify([found, addBusinessDays('2026-04-28', 5)]));`;
    const { outputFiles } = buildSync({
      stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      conditions: ['tsunagu-source'],
    });
    const outputs = ['Asia/Tokyo', 'UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'].map((TZ) => {
      const run = spawnSync(process.execPath, ['--input-type=module'], {
        input: outputFiles[0]!.text,
        env: { ...process.env, TZ },
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      assert.equal(run.status, 0, run.stderr);
      return run.stdout;
    });
    assert.ok(outputs[0]!.length > 10_000);
    for (const output of outputs) assert.ok(output === outputs[0]);
  });
});

describe('business days', () => {
  it('leave out weekends, holidays, the turn of the year and closures of the whole city', () => {
    const calendar: CityCalendar = { closures: [{ from: '2026-11-25' }, { from: '2026-11-26', windows: ['desk'] }] };
    assert.deepEqual(
      dates('2026-11-20', '2026-11-27').filter((date) => isBusinessDay(date, calendar)),
      ['2026-11-20', '2026-11-24', '2026-11-26', '2026-11-27'],
    );
  });
  it('are counted forward and back', () => {
    assert.equal(addBusinessDays('2026-11-20', 1), '2026-11-24');
    assert.equal(addBusinessDays('2026-11-24', -1), '2026-11-20');
    assert.equal(addBusinessDays('2026-12-28', 1), '2027-01-04');
    assert.equal(addBusinessDays('2026-05-01', 3), '2026-05-11');
    assert.equal(addBusinessDays('2026-11-22', 0), '2026-11-22');
  });
  it('agree with counting one by one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dates('2026-01-01', '2026-12-31')), fc.integer({ min: 1, max: 40 }), (date, count) => {
        const later = addBusinessDays(date, count);
        assert.ok(isBusinessDay(later));
        assert.equal(
          dates(date, later)
            .slice(1)
            .filter((day) => isBusinessDay(day)).length,
          count,
        );
      }),
    );
  });
  it('end with an error where none can come', () => {
    assert.throws(() => addBusinessDays('2026-01-01', 1, { closures: [{ from: '0000-01-01', to: '9999-12-31' }] }), RangeError);
    assert.throws(() => addBusinessDays('soon', 1), RangeError);
    assert.throws(() => addBusinessDays('2026-01-01', 1.5), RangeError);
  });
});

describe('a week for print', () => {
  it('has seven rows from Monday, spans in order', () => {
    const { hours } = parseHours('月 13:00～17:00・9:00～12:00、第2・第4土曜 9:00～12:00（予約制）');
    const rows = weekTable(hours);
    assert.deepEqual(
      rows.map(({ day }) => day),
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    );
    assert.deepEqual(rows[0]!.spans, [
      { from: '09:00', to: '12:00', byAppointment: false },
      { from: '13:00', to: '17:00', byAppointment: false },
    ]);
    assert.deepEqual(rows[5]!.spans, [{ from: '09:00', to: '12:00', byAppointment: true, nth: [2, 4] }]);
    assert.deepEqual(rows[6]!.spans, []);
  });
  it('is empty when the week is not known', () => {
    assert.deepEqual(weekTable(undefined), []);
    assert.deepEqual(weekTable(parseHours('随時').hours), []);
  });
});

describe('the hours of one date', () => {
  const { hours } = parseHours('月～金 9:00～17:00（年末年始を除く）');
  it('are certain, closed or unknown, with the reason', () => {
    const on = (date: string) => {
      const { certainty, reason, spans } = spansOn(hours, date);
      return [certainty, reason, spans.length];
    };
    assert.deepEqual(on('2026-11-24'), ['open', undefined, 1]);
    assert.deepEqual(on('2026-11-22'), ['closed', 'day-off', 0]);
    assert.deepEqual(on('2026-11-23'), ['unknown', 'holiday', 1]);
    assert.deepEqual(on('2026-12-30'), ['closed', 'year-end', 0]);
  });
  it('are unknown without hours', () => assert.equal(spansOn(undefined, '2026-11-24').reason, 'no-hours'));
});
