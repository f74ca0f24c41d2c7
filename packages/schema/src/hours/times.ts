import type { Reader } from './reader.js';
import type { Span } from './spans.js';
import type { Token } from './tokens.js';

export interface Times {
  spans: Span[];
  /** 「14:00迄」: only the end is said. */
  until?: number;
  /** 「10:00から」: only the beginning is said. */
  from?: number;
}

const backwards = '終わりの時刻が始まりより前です';

const readSpan = (start: Token, end: Token, assume: (text: string) => void): Span | undefined => {
  const from = start.value;
  let to = end.value;
  const unsaid = !end.nextDay && to <= from;
  if (unsaid && start.half === 1 && end.half === undefined && to > 0 && to < 720 && to + 720 > from) {
    to += 720;
    assume('終わりの時刻も午後と読みました');
  } else if (unsaid && start.half === 1 && end.half === 0 && to > 0) {
    to += 1440;
    assume('終わりの時刻を翌日の午前と読みました');
  } else if (unsaid && to === 0 && from > 0) {
    to = 1440;
    assume('終わりの0時を24時と読みました');
  }
  return start.nextDay || to <= from ? undefined : { from, to, byAppointment: false };
};

/** 9:00～12:00・13時から17時まで, 14:00迄, 10:00から, 24時間. The next token is a time or 24時間. */
export const readTimes = (reader: Reader, assume: (text: string) => void): Times => {
  const spans: Span[] = [];
  if (reader.take('allDay')) return { spans: [{ from: 0, to: 1440, byAppointment: false }] };
  for (;;) {
    const start = reader.next();
    if (!spans.length && reader.take('until')) return { spans, until: start.value };
    const range = reader.takeAny('~', 'from');
    const end = range && reader.take('time');
    if (!end) {
      if (range?.kind === 'from' && !spans.length) return { spans, from: start.value };
      if (!reader.is('unknown')) reader.fail('始まりと終わりの時刻が要ります', start);
      return { spans };
    }
    reader.take('until');
    const span = readSpan(start, end, assume);
    if (span) spans.push(span);
    else reader.fail(backwards, { start: start.start, end: end.end });

    const joined = reader.is(',') || reader.is('/') || reader.is(';') ? 1 : 0;
    if (reader.peek(joined).kind !== 'time' || !['~', 'from'].includes(reader.peek(joined + 1).kind)) return { spans };
    if (joined) reader.next();
  }
};
