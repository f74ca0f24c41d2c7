import type { DayParts } from '@tsunagu/core';
import { formatBirthDate } from '@tsunagu/schema/consultation/tidy';
import type { PrintMessages } from './print.messages.js';

const weekdays = '月火水木金土日';
const two = (part: number): string => String(part).padStart(2, '0');
const day = ({ year, month, day, weekday }: DayParts): string =>
  `${formatBirthDate(`${year}-${two(month)}-${two(day)}`)}（${weekdays[weekday] ?? ''}）`;

export const printJa: PrintMessages = {
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,
  day,
  moment: (day, time) => `${day} ${time}`,
  page: (index, count) => `${count}枚のうち ${index}枚目`,

  receipt: {
    title: { consent: '同意の控え', withdrawal: '取りやめの控え' },
    discreetTitle: '相談の控え',
    keep: 'この紙は、あなたの控えです。なくしても、変えることや取りやめることはできます。',
    at: '日時',
    number: '記録の番号',
    code: '確認の符号',
    scan: '窓口で見せると、この記録をすぐに探せます。お名前や相談の内容は入っていません。',
    qr: '記録を探すためのQRコード',
    asked: '聞いたところ',
    decidedBy: '決めた人',
    answer: { given: '伝えてよい', refused: '伝えない', deferred: 'もう少し考える', asked: 'まだ決めていない' },
    nothing: 'どこにも伝えません。',
    everything: '聞かれたことすべて',
    until: 'いつまで',
    untilPlanEnds: '支援プランが終わるまで',
    untilEvent: '決めたことが起きるまで',
    untilDay: (day) => `${day}まで`,
    takeBack: '取りやめかた',
    anyTime: 'いつでも、全部でも一部でも取りやめられます。理由はいりません。',
    goesOn: '伝えなくても、取りやめても、相談は続けられます。',
    withdrawn: {
      all: () => '同意の全部を取りやめました。',
      agency: (name) => `${name}に伝えることを、取りやめました。`,
      item: (name) => `「${name}」を伝えることを、取りやめました。`,
      purpose: (name) => `「${name}」のために伝えることを、取りやめました。`,
    },
    still: 'いまも伝えてよいこと',
    fromNow: 'これからは、新しく伝えません。',
    held: 'すでに伝わっているもの',
    heldNone: 'すでに伝わっているものはありません。',
    tell: '取りやめたことを、窓口から相手に知らせます。',
    acknowledged: '取りやめたことは、相手に確かめてあります。',
  },

  paper: {
    sections: ['決める', '決める人と決めかた', 'お名前（署名）', '控え'],
    decideHow: '相手ごと、ことごとに、どれか1つの□に印を付けます。',
    decideBlank: '印のないところは、伝えません。',
    all: '全部まとめて答えるとき',
    purpose: '目的',
    columns: ['伝えてよい', '伝えない', 'あとで決める'],
    item: '伝えること',
    elsewhere: (sheets, agencies, items) =>
      `相手が${agencies}か所、伝えることが${items}個あり、1枚に入りきらないため、表の続きは別の紙${sheets}枚にあります。`,
    part: (from, to, count) => `相手${count}か所のうち ${from}～${to}番目`,
    table: '表の続き',
    by: '決める人',
    expressers: ['本人', '本人（手助けを受けて）', '親権者', '未成年後見人', '成年後見人', '保佐人', '補助人', '任意後見人'],
    representative: '代わりの人のお名前',
    authority: '確かめた書類',
    how: '決めかた',
    methods: ['口頭（話して）', '書面（この紙に）'],
    explainedBy: '説明した人',
    witness: '立ち会った人',
    support: '手伝い（通訳・筆談・同席など）',
    language: '話したことば',
    until: 'もっと早く終えるとき（年月日）',
    name: 'お名前',
    date: '書いた日',
    receipt: 'この紙の写しを、控えとしてお渡しします。',
    number: '記録の番号',
    notice: (version, variant) => `説明文の版：${version}（${variant}）`,
    hash: '符号',
  },
};
