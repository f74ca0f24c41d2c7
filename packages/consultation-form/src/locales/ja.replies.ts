import type { RepliesMessages } from './messages.js';

/** Loaded when somebody wants to read an answer. */
export const repliesJa: RepliesMessages = {
  heading: '送った相談の返事を読む',
  number: '受付番号',
  secret: '確認番号',
  show: '返事を読む',
  notFound: '見つかりませんでした。2つの番号を、もう一度見比べてください。',
  failed: 'うまくつながりませんでした。しばらくしてから、もう一度押してみてください。',
  none: 'まだ返事はありません。',
  from: { desk: '窓口から', person: 'あなたから' },
  status: {
    received: '窓口に届いています',
    read: '窓口の人が読みました',
    answered: '返事をしました',
    'in-progress': '対応を続けています',
    closed: '終わりました（また書くこともできます）',
  },
  write: '窓口に伝えたいこと',
  send: '送る',
  sent: '送りました。',
};
