import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digits, normalise, normaliseCharacters } from '@tsunagu/schema/text';

const same = (...spellings: string[]): void => {
  for (const spelling of spellings) assert.equal(normalise(spelling), normalise(spellings[0]!), `${spelling} ≠ ${spellings[0]}`);
};

test('one form for the spellings of a word', () => {
  same('障害', '障碍', '障がい', 'しょうがい', 'ショウガイ', 'ｼｮｳｶﾞｲ');
  same('引きこもり', '引き籠もり', '引籠り', '引き篭り', 'ひきこもり', 'ヒキコモリ', 'ﾋｷｺﾓﾘ');
  same('子ども', '子供', 'こども', 'コドモ', 'ｺﾄﾞﾓ');
  same('一人', '独り', 'ひとり');
  same('お母さん', 'おかあさん', 'おかーさん');
  same('年寄り', 'お年寄り', 'としより');
  same('手続き', '手続', 'てつづき');
  same('家賃が払えない', 'やちんがはらえない');
  same('学校に行けない', 'がっこうにいけない');
});

test('width, case, kana, long vowels, small kana, iteration marks, hyphens, spaces, old forms', () => {
  same('ＤＶ', 'dv', 'DV');
  same('デイサービス', 'ﾃﾞｲｻｰﾋﾞｽ', 'でいさーびす', 'デイサービス');
  same('ケアマネージャー', 'ケアマネジャー', 'ｹｱﾏﾈ-ｼﾞｬ-');
  same('センター', 'センタ', 'せんたー');
  same('西旭ヶ丘', '西旭ケ丘', '西旭が丘');
  same('人々', '人人');
  same('こゝろ', 'こころ');
  same('北新町３－１', '北新町3-1', '北新町3 - 1', '北新町3‐1');
  same('生駒市 健康課', '生駒市　健康課', '生駒市健康課');
  same('高木', '髙木');
  assert.equal(normalise("I can't pay  RENT"), 'i cant pay rent');
});

test('words that only look alike stay apart', () => {
  const apart = (a: string, b: string): void => assert.notEqual(normalise(a), normalise(b));
  apart('介護', '会合');
  apart('保健', '保険');
  apart('ニート', 'にと');
  apart('母子', '母');
  assert.ok(!normalise('大丈夫').includes(normalise('夫')));
  assert.ok(!normalise('転んで').includes(normalise('ローン')));
  assert.ok(!normalise('行政').includes(normalise('行く').slice(0, 1)));
});

test('half a word that is being typed keeps its kanji', () => {
  assert.equal(normaliseCharacters('障害ｾﾝﾀｰ'), '障害せんた');
});

test('digits of any width', () => {
  assert.equal(digits('０７４３－７４－８１３４'), '0743748134');
  assert.equal(digits('電話'), '');
});

test('any string gives a string without ASCII capitals, katakana or control characters (line breaks stay), in bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const folded = normalise(text);
      assert.ok(!/[A-Zァ-ヶ\u0000-\u0009\u000b-\u001f]/.test(folded));
      assert.ok(folded.length <= 40 * text.length);
      assert.equal(typeof normaliseCharacters(text), 'string');
    }),
  );
  assert.equal(normalise('\ufdfa'.repeat(5000)).length > 0, true);
  assert.equal(normalise(''), '');
});

test('the same text in another width or kana folds to the same', () => {
  const kana = fc.string({ unit: fc.constantFrom(...'あいうかきくさしすたちつなにぬはひふまみむらりるんがぎばびぱっゃょ') });
  const katakana = (text: string): string => text.replace(/[ぁ-ん]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
  fc.assert(fc.property(kana, (text) => assert.equal(normalise(katakana(text)), normalise(text))));
});
