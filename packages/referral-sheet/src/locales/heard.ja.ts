import type { HeardMessages } from './heard.messages.js';

export const heardJa: HeardMessages = {
  title: '返事が、紙や電話で届いたとき',
  lead: (desk) => `${desk}の返事を、ここで記録できます。どう届きましたか。`,
  ways: { paper: '紙で', fax: 'FAXで', phone: '電話で', 'in-person': '会って' },
  writing: {
    paper: (desk) => `${desk}から、紙で届いた返事を記録します`,
    fax: (desk) => `${desk}から、FAXで届いた返事を記録します`,
    phone: (desk) => `${desk}から、電話で聞いた返事を記録します`,
    'in-person': (desk) => `${desk}から、会って聞いた返事を記録します`,
  },
  stays: (desk) => `${desk}の返事として残ります。この窓口が書きとめたことも、いっしょに残ります。`,
  name: '返事をした人の名前（任意）',
  stop: '記録をやめる',
  reply: { choose: 'どんな返事でしたか', send: '返事を記録する' },
  sent: '返事を記録しました。',
};
