import type { DayParts } from '@tsunagu/core';
import { formatBirthDate } from '@tsunagu/schema/consultation/tidy';
import type { PaperMessages } from './paper.messages.js';

const weekdays = '月火水木金土日';
const two = (part: number): string => String(part).padStart(2, '0');
/** 令和8年11月24日: on a sheet that is sent within days, the western year only costs room. */
const date = (key: string): string => formatBirthDate(key).replace(/（\d+年）/, '');
const day = ({ year, month, day, weekday }: DayParts): string =>
  `${date(`${year}-${two(month)}-${two(day)}`)}（${weekdays[weekday] ?? ''}）`;

export const paperJa: PaperMessages = {
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,
  day,
  birth: formatBirthDate,
  date,
  age: (years) => `${years}歳`,
  people: (count) => `${count}人`,
  number: (id) => `番号 ${id}`,
  page: (index, count) => `${index}/${count}`,
  goesOn: '（続き）',
  careful: '個人情報です。送る前に宛先の番号を確かめます。まちがって届いたら、つなぎ元へお電話ください。',

  head: {
    from: 'つなぎ元',
    to: 'つなぎ先',
    made: '作成',
    sent: '送付',
    draft: '下書き（まだ送っていません）',
    phone: '電話',
    fax: 'FAX',
    worker: '担当',
    qr: '戻ってきた紙を照合するためのQRコード',
  },

  main: '（いちばん）',
  household: { relation: '続柄', name: '氏名（ふりがな）', age: '年齢', together: '同居', work: '仕事・学校、備考' },
  together: { yes: '同居', no: '別居' },
  kana: (name, kana) => `${name}（${kana}）`,
  with: (name, facts) => (facts.length ? `${name}（${facts.join('、')}）` : name),
  of: (who, what) => `${who}・${what}`,

  basis: {
    consent: '本人がこの窓口に伝えてよいと決めたことだけです。ほかへは、本人に聞いてから伝えます。',
    'support-conference': '本人の同意がないため、支援会議で必要と決めた範囲だけを伝えています。構成員には守秘義務があります。',
    'anonymous-advice': '名前を出さない相談です。だれのことかを調べず、見立てと助言をお願いします。',
    nothing: '伝えてよいと決まったことは、まだありません。',
  },
  record: '記録の番号',

  reply: {
    how: 'この紙に書いて、返信先へ。断るときも、次の窓口か調整担当へつなぎます。',
    received: '受け取った日',
    desk: '窓口',
    name: '氏名',
    accept: '引き受けます',
    askBack: 'もう少し教えてください',
    passOn: '別の窓口につなぎます',
    passOnTo: 'つなぎ先（必ず）',
    giveBack: '調整担当に戻します',
    reason: '理由',
    reasons: ['年齢', '担当地域', '制度', '満員・待機', '専門外', '連絡つかず', '本人辞退', '支援中', '危険・緊急', 'その他'],
    firstContact: '初めて連絡する日',
    nextStep: '次にすること',
    toPerson: '本人への伝言',
    back: '返信先',
    blankDay: '　　月　　日',
  },

  codes: {
    side: '裏面',
    title: '読み取り用のQRコード',
    how: [
      'ネットワークがつながっていないシステムへ、打ち直さずに取りこむためのものです。',
      'つなぐシートの画面で「ファイルやQRコードで渡す・受け取る」を開き、スキャナーかカメラで読み取ります。順番は問いません。',
      '足りない番号は画面に出ます。表の小さなコードは、戻ってきた紙がどのシートかを確かめるためのものです。',
    ],
    part: (index, count) => `${count}枚のうち ${index}枚目`,
    qr: (index, count) => `読み取り用のQRコード、${count}枚のうち ${index}枚目`,
  },

  choose: {
    title: 'どの窓口に渡す紙ですか',
    lead: '紙には、その窓口に伝えてよいことだけが載ります。',
    cancel: '印刷しない',
  },
  coordinator: '調整担当',
};
