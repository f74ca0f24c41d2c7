import type { NoticeMessages } from './notice.messages.js';

const weekdays = '月火水木金土日';

/** Both counts, as forms in Japan have them. A consent never ends before 令和2年. */
const era = (year: number): string => (year > 2019 ? `令和${year - 2018}年（${year}年）` : `${year}年`);

export const noticeJa: NoticeMessages = {
  title: 'あなたの話を、だれに、どこまで伝えてよいか',
  lead: [
    'あなたの話を、だれに、どこまで伝えてよいか、いっしょに決めます。',
    '伝えなくても、相談は続けられます。あとから変えることも、取りやめることもできます。',
  ],
  headings: [
    'なぜ、だれが聞くのか',
    'だれに伝えるのか',
    'なにを伝えるのか',
    'いつまで伝えるのか',
    '取りやめかた',
    '伝えなくても、相談は続けられます',
  ],
  why: (byPerson) => (byPerson ? 'あなたからお話があり、次のために聞きます。' : '次のために聞きます。'),
  asks: (agency, person) => `聞いているのは、${agency}${agency && person && 'の'}${person && `${person}さん`}です。`,
  asksUnknown: 'だれが聞いているかは、ここには書かれていません。説明する人におたずねください。',
  whom: '伝える相手は、次のところです。',
  onlyThem: 'ここに名前のないところには、伝えません。',
  what: '伝えるのは、次のことです。',
  onlyThat: 'ここにないことは、伝えません。相手ごと、ことごとに選べます。',
  untilPlanEnds: '支援プランが終わるまでです。',
  untilDay: ({ year, month, day, weekday }) => `${era(year)}${month}月${day}日（${weekdays[weekday]}）までです。`,
  untilEvent: (event) => `次のことがあるまでです：${event}`,
  afterwards: ['期間が終わったあとは、新しく伝えません。続けたいときは、もう一度お聞きします。', 'もっと短い期間にすることもできます。'],
  takingBack: ['いつでも取りやめられます。理由はいりません。', '全部でも、1つの相手だけでも、1つのことだけでもかまいません。'],
  ways: '次の方法があります。',
  way: (way, detail) => (detail ? `${way}：${detail}` : way),
  takenBack: ['取りやめたあとは、新しく伝えません。', 'すでに伝わっているものがあるときは、どこに何が伝わっているかをお見せします。'],
  without: [
    '「伝えない」と決めても、相談も支援も、これまでと変わりません。',
    '一部だけ伝えることも、もう少し考えてから決めることもできます。',
  ],
  law: (meeting) =>
    `なお、同意がないときも、法律（社会福祉法第106条の6）による「${meeting}」で、支援に必要なことを話し合う場合があります。参加する人には、秘密を守る義務があります。`,
  section: (index, heading) => `${index} ${heading}`,
};
