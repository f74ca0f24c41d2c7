import type { OpenMessages } from './messages.js';

const weekdays = ['月', '火', '水', '木', '金', '土', '日'];

export const openJa: OpenMessages = {
  open: (until, later) => `${later ? 'その時間は' : ''}開いています（${until}まで）`,
  openAllDay: (later) => `${later ? 'その日も' : ''}24時間開いています`,
  closingSoon: (until, later) => (later ? `その時間は開いています（${until}まで）` : `まもなく終わります（${until}まで）`),
  closed: (kind, when, later) => {
    const now = later
      ? 'その時間は閉まっています。'
      : {
          before: 'いまは閉まっています。',
          after: '今日は終わりました。',
          'day-off': '今日は休みです。',
          holiday: '今日は祝日で休みです。',
          'year-end': '年末年始で休みです。',
          closure: '今日は臨時の休みです。',
        }[kind];
    return when ? `${now}次は ${when}から` : now;
  },
  opensToday: (time) => `今日の${time}`,
  opensOn: ({ month, day, weekday }, time) => `${month}月${day}日（${weekdays[weekday]}）${time}`,
  byAppointment: (until) => `予約が必要な時間です${until && `（${until}まで）`}。電話でお確かめください`,
  bookedEarlier: '予約をすれば、それより前に相談できます。',
  unknownHoliday: (name) => `祝日${name && `（${name}）`}のため、開いているか分かりません。電話でお確かめください`,
  unknownYearEnd: '年末年始のため、開いているか分かりません。電話でお確かめください',
  unknownHours: '開所時間の情報がありません',
  notUnderstood: '開所時間は電話でお確かめください',
};
