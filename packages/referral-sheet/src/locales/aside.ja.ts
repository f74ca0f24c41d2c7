import type { AsideMessages } from './aside.messages.js';

export const asideJa: AsideMessages = {
  title: '紙や電話で返事があったとき',
  lead: (desk) => `${desk}の返事を、ここで記録できます。どのように届きましたか。`,
  ways: { paper: '紙で', fax: 'FAXで', phone: '電話で', 'in-person': '対面で' },
  writing: {
    paper: (desk) => `${desk}から、紙で届いた返事を記録します`,
    fax: (desk) => `${desk}から、FAXで届いた返事を記録します`,
    phone: (desk) => `${desk}から、電話で聞いた返事を記録します`,
    'in-person': (desk) => `${desk}に会って聞いた返事を記録します`,
  },
  stays: (desk) => `${desk}の返事として残ります。この窓口が書きとめたことも、いっしょに残ります。`,
  name: '返事をした人の名前（任意）',
  stop: '記録をやめる',
  reply: { choose: 'どんな返事でしたか', send: '返事を記録する' },
  sent: '返事を記録しました。',
  loop: (desk, coordinator) =>
    `${desk}は、このシートを前に持っていました。たらい回しを防ぐため、シートは${coordinator}（調整担当）に届きます。`,
  hops: (coordinator) => `すでに3つの窓口を回っています。たらい回しを防ぐため、シートは${coordinator}（調整担当）に届きます。`,
};
