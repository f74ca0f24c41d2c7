import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { easyJapanese } from './easy-japanese.js';

const fair = [
  { key: 'fair', text: '相談《そうだん》は 続《つづ》ける ことが できます。' },
  { key: 'name', text: '窓口《まどぐち》（相談《そうだん》する ところ）' },
];

/** For each rule, something it must not let through. */
const foul: Record<keyof typeof easyJapanese, string[]> = {
  'a reading on every kanji': ['相談《そうだん》は 続けます。'],
  'readings in hiragana, each over kanji, and no stray marks': ['窓口《マドグチ》', '｜FAX《ふぁっくす》', '話《はな》す》'],
  'the same kanji read the same way everywhere': ['人《ひと》と 人《にん》'],
  'at most 13 kanji a sentence': ['重層的支援会議《あ》と 支援会議《い》と 相談窓口《う》'],
  'at most 50 characters and one comma a sentence': [
    'あ、い、う',
    'ああああああああああ いいいいいいいいいい うううううううううう ええええええええええ おおおおおおおおおおお',
  ],
  'a space between phrases': ['この はなしを だれにつたえるかをきめます。', 'これは 、それ'],
  'plain words': ['サポートします。', 'いただきます。'],
  'です and ます at the end of sentences': ['これで おわり。'],
};

describe('the rules of やさしい日本語', () => {
  for (const [name, rule] of Object.entries(easyJapanese)) {
    it(`${name}: lets a fair text through`, () => assert.deepEqual(rule(fair, {}), []));
    it(`${name}: finds what offends`, () => {
      for (const text of foul[name]!) assert.equal(rule([{ key: 'foul', text }], {}).length, 1, text);
    });
  }

  it('let an official word stand where it is named', () => {
    const plan = [{ key: 'plan', text: '支援《しえん》プランです。' }];
    assert.equal(easyJapanese['plain words']!(plan, {}).length, 1);
    assert.deepEqual(easyJapanese['plain words']!(plan, { official: ['支援プラン'] }), []);
  });
});
