import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkConsultation } from '@tsunagu/schema/consultation/check';
import {
  formatBirthDate,
  tidyAge,
  tidyBirthDate,
  tidyEmail,
  tidyKana,
  tidyLine,
  tidyPhone,
  tidyText,
  tidyTown,
  type Tidied,
} from '@tsunagu/schema/consultation/tidy';
import fc from 'fast-check';
import { least, today } from './consultation.samples.js';

const birthDate = (text: string): Tidied => tidyBirthDate(text, today);

/** `value`, `?doubt`, or `value ?doubt`. */
const short = ({ value, doubt }: Tidied<string | number>): string =>
  [value, doubt && `?${doubt}`].filter((part) => part !== undefined).join(' ');

function table(name: string, tidy: (text: string) => Tidied<string | number>, rows: Record<string, string>): void {
  it(name, () => {
    for (const [expected, typed] of Object.entries(rows))
      for (const text of typed.split('|')) assert.equal(short(tidy(text)), expected, text);
  });
}

describe('what people type', () => {
  table('phone numbers', tidyPhone, {
    '0743-74-1111':
      '0743-74-1111|０７４３ー７４ー１１１１|０７４３－７４－１１１１|(0743)74-1111|0743(74)1111|（０７４３）７４−１１１１|0743 74 1111|0743　74　1111|0743.74.1111|0743‐74‑1111|0743–74—1111|0743・74・1111|0743一74一1111|+81-743-74-1111|+81 (0)743-74-1111|TEL:0743-74-1111|Tel 0743-74-1111| 0743-74-1111 |\u20680743-74-1111\u2069|0743--74--1111|O743-74-1111',
    '0743741111': '0743741111|０７４３７４１１１１|0743-741111|0-7-4-3-7-4-1-1-1-1|+81743741111',
    '090-1234-5678': '090-1234-5678|+81 90 1234 5678|+81-90-1234-5678|81-90-1234-5678|０９０ー１２３４ー５６７８',
    '03-1234-5678': '03-1234-5678|(03)1234-5678|+81 3 1234 5678',
    // No mobile number begins with 030 or 040: 東京 and a local number in 0 (those of examples) stay ten digits long, in every writing.
    '03-0000-1000': '03-0000-1000|(03)0000-1000|+81-3-0000-1000|81-3-0000-1000|03 0000 1000',
    '0300001000': '0300001000|+81300001000',
    '04-0123-4567': '04-0123-4567',
    '0120-279-338': '0120-279-338',
    '0800-123-4567': '0800-123-4567',
    '+82-10-1234-5678': '+82 10 1234 5678|+82-10-1234-5678|＋82（10）1234 5678',
    '+15551234567': '+15551234567',
    '?no-area-code': '74-1111|7411111|1234-5678|９４４８|110',
    '?too-short': '0743-74-111|090-1234-567|0743|+81 3|+1 555',
    '?too-long': '03-0000-10001|0743-74-11111|090-1234-56789|0743-74-1111 / 090-1234-5678|+1234567890123456',
    '?characters': '0743-74-1111 内線12|0743-74-1111（母）|九〇|０７４３ー七四|x|++81|07+43',
    '?empty': '|　| - |()',
  });

  table('e-mail addresses', tidyEmail, {
    'taro@example.jp':
      'taro@example.jp|ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ|taro @ example . jp|taro@example。jp|taro＠example、jp|taro@EXAMPLE.JP|mailto:taro@example.jp|taro@example.jp.|taro@example..jp|taro@.example.jp| taro@example.jp\n|taro\u200b@example.jp',
    'a-b_c.d+e@xn--eckwd4c7c.jp': 'a-b_c.d+e@xn--eckwd4c7c.jp|aーb_c.d+e@xn--eckwd4c7c.jp',
    'Taro..T.@docomo.ne.jp': 'Taro..T.@docomo.ne.jp',
    'a@gmail.com': 'a@gmail.com',
    'a@icloud.com': 'a@icloud.com',
    'a@gmx.com': 'a@gmx.com',
    'a@mail.com': 'a@mail.com',
    'a@yahoo.com': 'a@yahoo.com',
    'a@gmail.com ?slip': 'a@gmai.com|a@gmial.com|a@gmail.con|a@gmail.co|a@gmail|a@gmail.cm|a@gamil.com|a@gmail.co.jp',
    'a@yahoo.co.jp': 'a@yahoo.co.jp|a@yahoo.co,jp',
    'a@yahoo.co.jp ?slip': 'a@yahoo.co|a@yaho.co.jp|a@yahooo.co.jp|a@yahoo.cojp',
    'a@docomo.ne.jp ?slip': 'a@docomo|a@docomo.ne|a@dokomo.ne.jp|a@docomo.nejp',
    'a@example.com ?slip': 'a@example.con|a@example.vom',
    '?no-at': 'taro|taro.example.jp',
    '?no-domain': 'taro@|taro@example|taro@jp',
    '?characters': '@example.jp|a@b@c.jp|太郎@example.jp|Taro <a@b.jp>|a@b.jp(自宅)|a"b@c.jp|a@exa_mple.jp',
    '?empty': '|　',
  });

  table('kana', tidyKana, {
    'やまだ はなこ': 'やまだ はなこ|ヤマダ　ハナコ|ﾔﾏﾀﾞ ﾊﾅｺ|やまだ\t はなこ|ヤマタ゛ ハナコ',
    さとー: 'サトー|さと-|ｻﾄｰ',
    ゔぁん: 'ヴァン',
    'すみす・じょーんず': 'スミス・ジョーンズ|スミス＝ジョーンズ',
    '?kanji': '山田|佐々木|やま田',
    '?latin': 'Yamada|やまだ a',
    '?characters': 'やまだ1|やまだ!|やまだ😊|김',
    '?too-long': 'あ'.repeat(101),
    '?empty': '|　',
  });

  table('birth dates', birthDate, {
    '1955-04-01':
      '昭和30年4月1日|S30.4.1|s30-4-1|S30/4/1|Ｓ３０．４．１|昭30/4/1|昭30.4.1|昭和３０年０４月０１日|昭和 30 年 4 月 1 日|昭和三十年四月一日|㍼30年4月1日|S300401|昭和300401|昭和30ー4ー1|昭和30年4月1日生まれ|昭和30年4月1日生|1955年4月1日|西暦1955年4月1日|1955-4-1|1955/04/01|1955.4.1|1955 4 1|1955,4,1|19550401|１９５５年４月１日|一九五五年四月一日|1955-04-01',
    '1926-12-30': '昭和元年12月30日|昭和1年12月30日|S元.12.30|S1.12.30',
    '1926-12-25': '昭和元年12月25日|大正15年12月25日|T15.12.25',
    '1912-07-30': '大正元年7月30日|明治45年7月30日',
    '1989-01-07': '昭和64年1月7日|昭和六十四年一月七日',
    '1989-01-08': '平成元年1月8日|H1.1.8',
    '2019-04-30': '平成31年4月30日',
    '2019-05-01': '令和元年5月1日|R元.5.1|㋿元年5月1日',
    '2024-12-21': '令和六年十二月二十一日|R6.12.21',
    '2000-02-29': 'H12.2.29',
    '2019-05-01 ?era': '平成31年5月1日|H31.5.1',
    '2019-04-01 ?era': '令和元年4月1日',
    '1989-01-08 ?era': '昭和64年1月8日',
    '1926-12-24 ?era': '昭和元年12月24日',
    '2024-03-03 ?era': '昭和99年3月3日',
    '?no-era': '30年4月1日|30.4.1|550401|55/4/1',
    '?no-day': '昭和元年|令和6年|昭和30年4月|S30|1955|1955年|1955年4月|昭和三十年',
    '?no-such-day': '1955-02-30|H13.2.29|昭和30年13月1日|1955-4-31|昭和0年1月1日|1955-0-1',
    '?future': '2026-11-25|令和8年11月25日|2999-1-1',
    '?too-old': '明治20年1月1日|1850-1-1|1896-11-23',
    '?characters': '4/1/1955|April 1, 1955|きのう|昭和30年4月1日ごろ|たぶん1955年|x|昭和30年4月1日(火)',
    '?empty': '|　',
  });

  table('ages', tidyAge, {
    72: '72|７２歳|72才|72 歳|72さい|七十二歳|満72歳',
    0: '0|0歳|6か月|生後３ヶ月|11ヵ月|十カ月',
    1: '1歳半|1歳3か月|12か月',
    102: '百二歳|102',
    130: '130',
    '?too-old': '131|200歳',
    '?characters': '70代|約70|-1|3.5|x|72 73',
    '?empty': '|　',
  });

  table('towns', tidyTown, {
    東新町: '東新町| 東新町　',
    元町1丁目: '元町１丁目',
    '0 \u3099': '0　\0゛',
    '?too-long': '町'.repeat(101),
    '?empty': '|　|\u200b|\0',
  });

  it('names keep every character', () => {
    for (const name of ['髙橋 﨑子', '葛󠄀城', '塚本', 'Nguyễn Văn A', '𠮷野']) assert.deepEqual(tidyLine(name), { value: name });
    assert.deepEqual(tidyLine(' 山田\r\n花子\0 '), { value: '山田 花子' });
  });

  it('own words lose only what nobody sees', () => {
    assert.deepEqual(tidyText('一行目\r\n二行目\r三行目\n\n\tおわり👨‍👩‍👧'), { value: '一行目\n二行目\n三行目\n\n\tおわり👨‍👩‍👧' });
    assert.deepEqual(tidyText('困って\0います\ud83d\x07'), { value: '困っています' });
    assert.deepEqual(tidyText(' \n\u200b'), { doubt: 'empty' });
    assert.deepEqual(tidyText('あ'.repeat(5001)), { doubt: 'too-long' });
    assert.deepEqual(tidyText('あ'.repeat(501), 500), { doubt: 'too-long' });
  });
});

describe('dates shown back', () => {
  it('in both calendars', () => {
    const shown: Record<string, string> = {
      '1955-04-01': '昭和30年（1955年）4月1日',
      '2019-04-30': '平成31年（2019年）4月30日',
      '2019-05-01': '令和元年（2019年）5月1日',
      '2026-11-24': '令和8年（2026年）11月24日',
      '1989-01-07': '昭和64年（1989年）1月7日',
      '1989-01-08': '平成元年（1989年）1月8日',
      '1926-12-25': '昭和元年（1926年）12月25日',
      '1912-07-30': '大正元年（1912年）7月30日',
      '1912-07-29': '明治45年（1912年）7月29日',
      '1850-10-10': '1850年10月10日',
      いつか: 'いつか',
    };
    for (const [date, text] of Object.entries(shown)) assert.equal(formatBirthDate(date), text);
  });

  it('are understood again', () => {
    const days = fc
      .date({ min: new Date('1897-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (date) => {
        const japanese = formatBirthDate(date).replace(/（.*）/, '');
        assert.deepEqual(birthDate(japanese), { value: date }, japanese);
        assert.deepEqual(birthDate(date), { value: date });
        const kanji = japanese.replace(/\d+/g, (number) => inKanji(Number(number)));
        assert.deepEqual(birthDate(kanji), { value: date }, kanji);
      }),
      { numRuns: 1500 },
    );
  });
});

/** 31 → 三十一. */
function inKanji(number: number): string {
  const digit = (value: number): string => (value ? '一二三四五六七八九'[value - 1]! : '');
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digit(tens) : ''}${tens ? '十' : ''}${digit(number % 10)}`;
}

describe('anything at all', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        ...'0123456789０９+＋-ー－()（）. 　/一二十百〇元年月日昭和平成令SsHRt@＠gmailco.jpアｱﾞヴかゞ゛々山か歳\n\0\ud800\u200b',
      ),
    }),
    fc.constantFrom(
      'x'.repeat(200_000),
      '-'.repeat(100_000),
      '十'.repeat(100_000),
      '0'.repeat(100_000),
      '@'.repeat(50_000),
      ' '.repeat(100_000),
      '゛'.repeat(100_000),
    ),
  );
  const where: [string, (text: string) => Tidied<string | number>, (value: unknown) => object][] = [
    ['phone', tidyPhone, (phone) => ({ contact: { mode: 'named', ways: ['phone'], phone } })],
    ['e-mail', tidyEmail, (email) => ({ contact: { mode: 'named', ways: ['email'], email } })],
    ['kana', tidyKana, (kana) => ({ person: { kana } })],
    ['birth date', birthDate, (date) => ({ person: { birthDate: date } })],
    ['age', tidyAge, (age) => ({ person: { household: [{ relation: 'other', age }] } })],
    ['town', tidyTown, (town) => ({ person: { town } })],
    ['line', (text) => tidyLine(text), (name) => ({ person: { name } })],
    ['text', (text) => tidyText(text), (words) => ({ words })],
  ];
  for (const [name, tidy, into] of where) {
    it(`${name}: never throws, gives what the schema takes, and again the same`, () => {
      let understood = 0;
      fc.assert(
        fc.property(noise, (text) => {
          const { value, doubt } = tidy(text);
          if (value === undefined) return void assert.ok(doubt);
          understood++;
          assert.deepEqual(checkConsultation({ ...least(), ...into(value) }, today), []);
          assert.deepEqual(tidy(String(value)), { value });
        }),
        { numRuns: 1500, examples: [['090-1234-5678'], ['a@b.jp'], ['かな'], ['S30.4.1'], ['7']] },
      );
      assert.ok(understood > 0);
    });
  }
});

it('half-width kana with half an emoji between letter and mark are one letter, at once', () => {
  assert.deepEqual(tidyTown('か\ud800ﾞ'), { value: 'が' });
});
