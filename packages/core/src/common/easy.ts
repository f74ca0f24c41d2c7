import type { DayParts, CommonMessages } from './messages.js';

export const weekdays = [
  '月曜日《げつようび》',
  '火曜日《かようび》',
  '水曜日《すいようび》',
  '木曜日《もくようび》',
  '金曜日《きんようび》',
  '土曜日《どようび》',
  '日曜日《にちようび》',
] as const;

/** Days of the month that are not read as number + にち. */
const dayReadings: Record<number, string> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

export const monthDay = ({ month, day }: Pick<DayParts, 'month' | 'day'>): string =>
  `${month}月《がつ》${dayReadings[day] ? `｜${day}日《${dayReadings[day]}》` : `${day}日《にち》`}`;

/** With the weekday in one letter. */
export const shortDay = (day: DayParts): string => `${monthDay(day)}（${weekdays[day.weekday]!.replace(/曜日《(.+)ようび》/, '《$1》')}）`;

/** `YYYY-MM-DD` as a date in words; anything else as it is. */
export const dateOf = (dateKey: string): string =>
  dateKey.replace(
    /^(\d{4})-(\d\d)-(\d\d)$/,
    (_, year: string, month: string, day: string) => `${year}年《ねん》${monthDay({ month: +month, day: +day })}`,
  );

const fullDay = (day: DayParts): string => `${monthDay(day)}（${weekdays[day.weekday]}）`;

/** Public holidays by the name the calendar gives; a city's own holiday has no reading here. */
const holidayNames = new Map(
  [
    '元日《がんじつ》',
    '成人《せいじん》の日《ひ》',
    '建国記念《けんこくきねん》の日《ひ》',
    '天皇誕生日《てんのうたんじょうび》',
    '春分《しゅんぶん》の日《ひ》',
    '昭和《しょうわ》の日《ひ》',
    '憲法記念日《けんぽうきねんび》',
    'みどりの日《ひ》',
    'こどもの日《ひ》',
    '海《うみ》の日《ひ》',
    '山《やま》の日《ひ》',
    '敬老《けいろう》の日《ひ》',
    '秋分《しゅうぶん》の日《ひ》',
    'スポーツの日《ひ》',
    '文化《ぶんか》の日《ひ》',
    '勤労感謝《きんろうかんしゃ》の日《ひ》',
    '振替休日《ふりかえきゅうじつ》',
    '国民《こくみん》の休日《きゅうじつ》',
  ].map((name) => [name.replace(/《[^》]*》/g, ''), name]),
);

export const newYear = '年末年始《ねんまつねんし》（12月《がつ》の 終《お》わりから 1月《がつ》の はじめ）';
export const publicHoliday = '祝日《しゅくじつ》（国《くに》が 決《き》めた 休《やす》みの 日《ひ》）';
const pleaseCall = '電話《でんわ》で 聞《き》いて ください。';
const notKnownIfOpen = `開《あ》いて いるか わかりません。${pleaseCall}`;
const thatTime = 'その 時間《じかん》';
const openUntil = (until: string, later: boolean): string => `${later ? `${thatTime}は ` : ''}開《あ》いて います（${until}まで）`;

/** やさしい日本語 of the open states. */
export const commonEasy: CommonMessages = {
  languageLabel: 'ことば',
  languageNames: { ja: '日本語《にほんご》', 'ja-x-easy': 'やさしい 日本語《にほんご》', en: 'English' },
  furigana: 'ふりがな（漢字《かんじ》の 読《よ》み方《かた》）を つける',
  open: openUntil,
  openAllDay: (later) => `${later ? 'その 日《ひ》も ' : ''}24時間《じかん》 開《あ》いて います`,
  closingSoon: (until, later) => (later ? openUntil(until, true) : `もうすぐ 終《お》わります（${until}まで）`),
  closed: (kind, when, later) => {
    const now = later
      ? `${thatTime}は 閉《し》まって います。`
      : {
          before: '今《いま》は 閉《し》まって います。',
          after: '今日《きょう》は 終《お》わりました。',
          'day-off': '今日《きょう》は 休《やす》みです。',
          holiday: '今日《きょう》は 祝日《しゅくじつ》なので 休《やす》みです。',
          'year-end': '年末年始《ねんまつねんし》の 休《やす》みです。',
          closure: '今日《きょう》は 特別《とくべつ》に 休《やす》みです。',
        }[kind];
    return when ? `${now}次《つぎ》は ${when}に 開《あ》きます。` : now;
  },
  opensToday: (time) => `今日《きょう》の ${time}`,
  opensOn: (day, time) => `${fullDay(day)} ${time}`,
  byAppointment: (until) => `${until ? `${until}までは、` : ''}予約《よやく》した 人《ひと》の 時間《じかん》です。${pleaseCall}`,
  bookedEarlier: '予約《よやく》を した 人《ひと》は、その 前《まえ》に 相談《そうだん》できます。',
  unknownHoliday: (name) => `${name ? `${holidayNames.get(name) ?? name}は ` : ''}${publicHoliday}です。${notKnownIfOpen}`,
  unknownYearEnd: `${newYear}です。${notKnownIfOpen}`,
  unknownHours: '開《あ》いて いる 時間《じかん》は わかりません',
  notUnderstood: `開《あ》いて いる 時間《じかん》は、${pleaseCall}`,
};
