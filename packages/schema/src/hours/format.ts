import type { Hours, WeeklySpan } from '../directory/hours.schema.js';
import { weekdayOrder } from '../calendar/tokyo.js';
import { fromCells, toCells } from './spans.js';

const dayNames = '月火水木金土日';

const shortClock = (time: string): string => time.replace(/^0/, '');

const formatSpan = ({ from, to }: WeeklySpan): string => {
  if (from === '00:00' && to === '24:00') return '24時間';
  const nextDay = from < '24:00' && to > '24:00';
  const end = nextDay ? `翌${+to.slice(0, 2) - 24}${to.slice(2)}` : shortClock(to);
  return `${shortClock(from)}～${end}`;
};

const formatDays = ({ days, nth }: WeeklySpan): string => {
  const indexes = days.map((day) => weekdayOrder.indexOf(day));
  if (nth) return indexes.map((day) => `${nth.map((n) => `第${n}`).join('・')}${dayNames[day]}曜日`).join('と');
  if (indexes.length === 7) return '毎日';
  const runs: number[][] = [];
  for (const day of indexes) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const names = runs.map((run) => {
    const ends = run.map((day) => dayNames[day]!);
    return run.length > 2 ? `${ends[0]}～${ends.at(-1)}` : ends.join('・');
  });
  return `${names.join('・')}曜日`;
};

const formatRules = ({ holidays, yearEnd }: Hours): string[] => {
  const named = (rule: string) => [holidays === rule && '祝日', yearEnd === rule && '年末年始'].filter(Boolean).join('・');
  const closed = named('closed');
  const open = named('open');
  return [closed && `${closed}を除く`, open && `${open}も開所`].filter((rule) => rule !== '');
};

/**
 * One canonical phrase for a week: 「月～金曜日 9:00～17:00、土曜日 9:00～12:00（予約制）、祝日・年末年始を除く」. `parseHours` reads it back to the
 * same weekly spans, holiday and year-end rules (`unknown` and absent are the same; notes and dated exceptions are not part of a
 * phrase). Overlapping spans become one. Hours without weekly spans give their `text`.
 */
export const formatHours = (hours: Hours): string => {
  const weekly = fromCells(toCells(hours.weekly ?? []));
  if (!weekly.length) return hours.text;
  const groups = new Map<string, WeeklySpan[]>();
  for (const span of weekly) {
    const key = `${formatDays(span)}${span.byAppointment ? '*' : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  const phrases = [...groups.values()].map((spans) => {
    const booked = spans[0]!.byAppointment ? '（予約制）' : '';
    return `${formatDays(spans[0]!)} ${spans.map(formatSpan).join('・')}${booked}`;
  });
  if (groups.size === 1 && hours.holidays === 'open' && hours.yearEnd === 'open' && phrases[0]!.startsWith('毎日 ')) {
    return phrases[0] === '毎日 24時間' ? '24時間365日' : phrases[0]!.replace('毎日', '年中無休');
  }
  return [...phrases, ...formatRules(hours)].join('、');
};
