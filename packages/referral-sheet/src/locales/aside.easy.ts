import type { AsideMessages } from './aside.messages.js';

const reply = '返事《へんじ》';
const record = '記録《きろく》';

export const asideEasy: AsideMessages = {
  title: `紙《かみ》や 電話《でんわ》で ${reply}が 来《き》た とき`,
  lead: (desk) => `${desk}の ${reply}を、ここに 書《か》く ことが できます。どうやって 来《き》ましたか。`,
  ways: { paper: '紙《かみ》', fax: 'FAX', phone: '電話《でんわ》', 'in-person': '会《あ》って 聞《き》いた' },
  writing: {
    paper: (desk) => `${desk}から 紙《かみ》で 来《き》た ${reply}を 書《か》きます`,
    fax: (desk) => `${desk}から FAXで 来《き》た ${reply}を 書《か》きます`,
    phone: (desk) => `${desk}から 電話《でんわ》で 聞《き》いた ${reply}を 書《か》きます`,
    'in-person': (desk) => `${desk}に 会《あ》って 聞《き》いた ${reply}を 書《か》きます`,
  },
  stays: (desk) => `${desk}の ${reply}に なります。この 窓口《まどぐち》が 書《か》いた ことも、${record}に のこります。`,
  name: `${reply}を した 人《ひと》の 名前《なまえ》（書《か》かなくても いいです）`,
  stop: 'やめる',
  reply: { choose: `どんな ${reply}でしたか`, send: `${reply}を ${record}する` },
  sent: `${reply}を ${record}しました。`,
  loop: (desk, name) =>
    `${desk}は 前《まえ》に この シートを もって いました。同《おな》じ 窓口《まどぐち》に もどらない ように、${name}に とどきます。`,
  hops: (name) => `もう 3つの 窓口《まどぐち》に 行《い》きました。これ以上《いじょう》 回《まわ》らない ように、${name}に とどきます。`,
};
