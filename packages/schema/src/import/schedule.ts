/** Opening hours from one column or several. The understanding of phrases is in `hours`; here cells are put together. */
import type { Hours } from '../directory/hours.schema.js';
import { parseHours } from '../hours/index.js';
import { clip, isNone, oneLine } from './text.js';

export interface HoursCells {
  text?: string;
  days?: string;
  from?: string;
  to?: string;
  note?: string;
  closedDays?: string;
}

export interface ReadHours {
  hours: Hours;
  understood: boolean;
  assumptions: string[];
  notUnderstood: string[];
}

/** The phrase as printed (columns joined in reading order) and what was understood of it; undefined when the cells say nothing. */
export function readHours(cells: HoursCells): ReadHours | undefined {
  const days = part(cells.days);
  const span = cells.from || cells.to ? `${clock(part(cells.from))}～${clock(part(cells.to))}` : '';
  const time = [clock(part(cells.text)), span === '～' ? '' : span].filter(Boolean).join(' ');
  const closed = part(cells.closedDays);
  const note = part(cells.note);
  const text = clip([days, time, closed && `（休み：${closed}）`, note && `（${note}）`].filter(Boolean).join(' '), 2000);
  if (!text) return undefined;

  const attempts = new Set([text]);
  const listed = /^[月火水木金土日祝]{2,8}$/.test(days) ? [...days].join('・') : days;
  const daily = /^0?0:00～(0?0:00|24:00|23:59)$/.test(span) ? '24時間' : time;
  const base = [listed, daily].filter(Boolean).join(' ');
  // 休み：月曜日 and 月曜日を除く say the same; the second is the commoner phrase in a table's time cell.
  attempts.add([base, closed && `（${closed}を除く）`, note && `（${note}）`].filter(Boolean).join(' '));
  attempts.add([base, closed && `${closed}休み`, note].filter(Boolean).join(' '));

  let failed: string[] = [];
  for (const attempt of attempts) {
    const parsed = parseHours(attempt);
    if (parsed.ok) {
      const assumptions = [...parsed.assumptions];
      if (daily !== time) assumptions.push(`${span}を24時間とみなしました`);
      return { hours: { ...parsed.hours, text }, understood: true, assumptions, notUnderstood: [] };
    }
    if (failed.length === 0) failed = parsed.notUnderstood;
  }
  const notUnderstood = failed.map((words) => clip(words, 300)).filter(Boolean);
  return { hours: { text, ...(notUnderstood.length ? { notUnderstood } : {}) }, understood: false, assumptions: [], notUnderstood };
}

const part = (text: string | undefined): string => (text && !isNone(text) ? oneLine(text) : '');

/** A spreadsheet's fraction of a day (0.375) or a time with seconds as a time of day; anything else as it is. */
export function clock(text: string): string {
  if (/^0?\.\d{1,17}$/.test(text)) {
    const minutes = Math.round(Number(text) * 1440);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  return text.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
}
