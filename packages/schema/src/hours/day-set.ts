import type { DaySet } from './clauses.js';
import type { Reader } from './reader.js';
import { everyWeek, noDays } from './spans.js';

const starts = new Set(['day', 'every', 'nth', 'weekdays', 'everyday', 'holiday', 'restday', 'yearEnd', 'date']);

export const startsDays = (reader: Reader, ahead = 0): boolean => starts.has(reader.peek(ahead).kind);

/** 第2・第4土曜: the numbers, then the one weekday they count. */
const readNth = (reader: Reader, set: DaySet): void => {
  let mask = 0;
  for (;;) {
    reader.take('nth');
    const number = reader.take('number');
    if (!number) return reader.fail('第何か分かりません');
    if (number.value < 1 || number.value > 5) return reader.fail('第1から第5までで書いてください', number);
    mask |= 1 << (number.value - 1);
    if (reader.is(',') || reader.is('/')) reader.next();
    else if (!reader.is('nth')) break;
  }
  const day = reader.take('day');
  if (!day) return reader.fail('何曜日か分かりません');
  set.days[day.value]! |= mask;
  const after = reader.is(',') || reader.is('/') ? 1 : 0;
  if (reader.is('~') || reader.peek(after).kind === 'day') reader.fail('「第」がどの曜日までにかかるか分かりません');
};

const readDays = (reader: Reader, set: DaySet): void => {
  const first = reader.next().value;
  set.days[first] = everyWeek;
  if (!((reader.is('~') || reader.is('from')) && reader.peek(1).kind === 'day')) return;
  reader.next();
  const last = reader.next();
  if (last.value === first) return reader.fail('同じ曜日から同じ曜日までです', last);
  for (let day = first; day !== last.value; day = (day + 1) % 7) set.days[day] = everyWeek;
  set.days[last.value] = everyWeek;
  reader.take('until');
};

/** 12/29～1/3: only the city's own turn of the year can be said in hours; other dates belong in exceptions. */
const readDates = (reader: Reader): void => {
  const from = reader.next();
  reader.takeAny('~', 'from');
  reader.take('nextYear');
  const to = reader.take('date');
  reader.take('until');
  if (from.value !== reader.yearEnd.from || to?.value !== reader.yearEnd.to) {
    reader.fail('市のカレンダーの年末年始と違う期間です。臨時の休みとして登録してください', { start: from.start, end: (to ?? from).end });
  }
};

/** 火・木～日曜日, 土日祝, 第2・第4土曜, 祝日・年末年始（12/29～1/3） */
export const readDaySet = (reader: Reader): DaySet => {
  const set: DaySet = { days: noDays(), holiday: false, yearEnd: false, weekdaysWord: false, restDayWord: false, loose: false };
  for (;;) {
    switch (reader.peek().kind) {
      case 'every':
        reader.next();
        if (!startsDays(reader)) reader.fail();
        break;
      case 'nth':
        readNth(reader, set);
        break;
      case 'day':
        readDays(reader, set);
        break;
      case 'date':
        set.yearEnd = true;
        readDates(reader);
        break;
      case 'yearEnd':
        set.yearEnd = true;
        reader.next();
        if (reader.is('(') && reader.peek(1).kind === 'date') {
          reader.next();
          readDates(reader);
          if (!reader.take(')')) reader.fail();
        }
        break;
      default: {
        const word = reader.next().kind;
        if (word === 'weekdays') set.weekdaysWord = true;
        if (word === 'restday') set.restDayWord = true;
        if (word === 'weekdays' || word === 'everyday') {
          for (let day = 0; day < (word === 'weekdays' ? 5 : 7); day++) set.days[day] = everyWeek;
        } else set.holiday = true;
      }
    }
    if ((reader.is(',') || reader.is('/')) && startsDays(reader, 1)) reader.next();
    else if (!startsDays(reader)) return set;
    else if (reader.peek().start > reader.lastEnd) set.loose = true;
  }
};
