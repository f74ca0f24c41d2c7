/** Days and times as a desk in Japan writes them, wherever the computer's clock thinks it is. */

const dayFormat = new Intl.DateTimeFormat('ja-JP', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'Asia/Tokyo' });
const timeFormat = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' });
const eraFormat = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

const wide = (text: string): string => text.replace('(', '（').replace(')', '）');

/** 11月24日（火）; `date` is an instant or `YYYY-MM-DD`. */
export const dayText = (date: string): string => wide(dayFormat.format(new Date(date.length === 10 ? `${date}T00:00:00+09:00` : date)));

/** 11月24日（火）10:30. */
export const momentText = (at: string): string => `${dayText(at)}${timeFormat.format(new Date(at))}`;

/** 昭和30年4月1日（1955年）. */
export const birthText = (date: string): string => `${eraFormat.format(new Date(`${date}T00:00:00Z`))}（${date.slice(0, 4)}年）`;

/** 10:30. */
export const timeText = (at: Date): string => timeFormat.format(at);
