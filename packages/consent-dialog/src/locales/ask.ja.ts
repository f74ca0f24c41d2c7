import { languagesJa } from '@tsunagu/core';
import type { AskMessages, FrameMessages } from './messages.js';

export const askJa: Omit<AskMessages, keyof FrameMessages> = {
  ...languagesJa,
  sections: { decide: '決める', who: '決める人と決めかた', name: 'お名前（署名）', receipt: '控え' },
  decideText: 'ここまでの内容を、まとめて決めます。どれを選んでも、相談は続けられます。',
  give: '伝えてよい',
  refuse: '伝えない',
  defer: 'もう少し考える',
  choose: '相手ごと・ことごとに決める',
  closeSafely: 'このまま閉じても、何も記録されません。',
  changed: '開いているあいだに、ほかで記録が書き足されました。選んだことは残っています。',
  askedAnew: 'お聞きする内容が新しくなりました。もう一度、はじめから見てください。',
  help: '分からないときは、窓口の人におたずねください。',
  call: (number) => `電話する ${number}`,
};
