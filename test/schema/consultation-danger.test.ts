import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDangers, urgentLinesFor } from '@tsunagu/schema/consultation/danger';
import { urgentLines } from '@tsunagu/schema/lines/urgent';
import type { Danger, EmergencyLine } from '@tsunagu/schema/directory';
import fc from 'fast-check';

/** What people write, and the danger it has to be heard as (others may be heard too). */
const calling: Record<Danger, readonly string[]> = {
  suicide: [
    '死にたい',
    'もう消えてしまいたい',
    '生きているのがつらい',
    '生きていくのに疲れました',
    '死んでしまいたいと毎日思う',
    '自殺を考えています',
    '首を吊ろうと思った',
    '楽になりたい',
    'リストカットがやめられない',
    '薬をたくさん飲んでしまった',
    '娘が死にたいと言っています',
    'しにたい',
    'シニタイ',
    '母を殺して自分も死のうと思った',
    '一家心中を考えてしまう',
    'I want to die',
    '遺書を書きました',
    '生きている価値がない',
    'いなくなってしまいたい',
    'もう終わりにしたいです',
    '生きている意味が分からない',
    '毎日死ぬことばかり考えています。もう死にたいです',
    '夫を亡くしてから、生きていても仕方がない',
    'リスカの跡が増えている',
    '自分なんかいないほうがいい',
    '高校生の娘の遺書を見つけました',
    '睡眠薬を全部飲んだ',
    'I have been thinking about suicide',
    'ビルから飛び降りたい',
  ],
  violence: [
    '夫に殴られています',
    '夫が怖くて家に帰れない',
    '彼氏に首を絞められた',
    '旦那が物を投げてくる',
    '妻から暴力を受けています',
    'DVを受けています',
    '息子の暴力に困っています',
    '息子が家で暴れて手がつけられない',
    '元夫につきまとわれています',
    '主人が生活費をくれず、怒鳴ります',
    '逃げてきました。今夜泊まるところがありません',
    '夫がいます。お酒を飲むと殴ります',
    '夫にスマホを監視されている',
    '昨日も主人に蹴られました',
    '彼女に刃物を向けられた',
    '夫に携帯を壊され、家に閉じ込められています',
    '別れた彼氏がつきまとってくる',
    '夫のモラハラがひどい',
    '離婚したいと言ったら殺すと脅された',
    '息子に殴られます。もう年で逃げられません',
    'my husband hits me',
    'my boyfriend hurt me and abuses me',
  ],
  'child-abuse': [
    '父に叩かれます',
    '子どもをたたいてしまう',
    '子供を叩いてしまいます',
    'こどもに手をあげてしまった',
    '子どもに手が出そうになる',
    '子どもをたたいてしまいそう',
    'イライラして子どもにあたってしまう',
    '子どもを怒鳴ってしまいます',
    '子どもがかわいいと思えなくて、つい叩いてしまう',
    '赤ちゃんを揺さぶってしまった',
    '泣き止まない赤ちゃんの口をふさいでしまった',
    '隣の家から子どもの悲鳴が聞こえる',
    '近所の子どもの体にあざがある',
    'ママにぶたれる',
    'ごはんをもらえない子がいる',
    '子どもを殺してしまいそう',
    '子どもを置いて家を出てしまいたい。手が出てしまう',
    'お父さんに殴られる',
    '子どもを虐待しているかもしれない',
    '孫が叩かれている',
    'しつけのつもりで叩いています、子どもを',
    '子どもの首を絞めそうになった',
    'ついカッとなって子どもを叩いてしまいました',
    '上の子に手を上げてしまい、自分が怖いです',
    '下の子を怒鳴って、ベランダに締め出してしまった。子どもは泣いていました',
    '赤ちゃんが泣き止まないと、投げてしまいそうになる',
    'イヤイヤ期で毎日叩きそうになります',
    '夜中に子どもの泣き声と怒鳴り声が聞こえます',
    '私は小学5年です。パパに殴られます',
    '子どもにきつく当たってしまう自分がいやです',
    '娘が父親に叩かれて顔にあざがある',
    'I hit my child',
  ],
  'elder-abuse': [
    '母を叩いてしまった',
    '介護に疲れて母に手をあげてしまいました',
    '認知症の父を怒鳴って叩いてしまいます',
    'おばあちゃんが息子に虐待されている',
    '介護が限界で親に手が出そう',
    '母の首を絞めそうになった',
    '介護に疲れて母を殺してしまいそう',
    '認知症の母に怒鳴ってしまい、手が出そうです',
    '父の介護をしていて、叩いてしまいそうになる',
    '祖母を部屋に閉じ込めています',
    '介護している母をつねってしまった',
  ],
  'sexual-violence': [
    '無理やりキスされた',
    'レイプされました',
    '上司に体を触られる',
    '痴漢にあいました',
    '父に体を触られます',
    '義父に性的なことをされた',
    '知らない人に襲われた',
    '知人にホテルに連れて行かれて無理やり',
    '裸の写真を送れと言われた',
    'お尻を触られました',
    'I was raped',
  ],
  'fire-medical': [
    '息をしていない',
    '意識がないようです',
    '倒れていて動かない',
    '血が止まらない',
    '薬を飲みすぎた',
    '母が倒れて動かない',
    '赤ちゃんが電池を誤飲した',
    '父のろれつが回らない',
    '家が燃えている',
    '子どもがけいれんしている',
  ],
  crime: ['包丁を持って暴れている', '不審者がいます', '家に強盗が入った', '刺されました'],
};

/** What has the same words and calls for no line. */
const quiet: readonly string[] = [
  '死亡届の出し方',
  '父が死んで、手続きが分からない',
  '母が亡くなりました',
  '歯が痛くて死にそう',
  '死ぬまで家で暮らしたい',
  '死後の手続き',
  '自殺対策の講演会はいつですか',
  '自殺予防の研修',
  '遺族会を知りたい',
  '忙しくて死にそうです',
  '死にたくないので検診を受けたい',
  '家賃が払えない',
  '子どもが学校に行きたがらない',
  '親の介護のことで相談したい',
  '子どもの手が足りない',
  '手が出ないほど家賃が高い',
  '子どもと太鼓を叩いて遊びたい',
  '肩たたきをしてあげたい',
  '子どもが友達を叩いてしまう',
  '保育園で子どもがお友達に叩かれた',
  '子どもが走り回って困る',
  'ボランティアで児童虐待防止の活動をしたい',
  'DV防止の講座を受けたい',
  '消えたテレビのリモコン',
  '電気が消えた',
  'ゲームをやめられない',
  '薬の飲み方を知りたい',
  '夫の介護に疲れました',
  '夫が倒れて入院した',
  '妻が怒りっぽい',
  '借金があって怖い',
  '警察署の場所',
  '母が転んで怪我をした',
  '息子がひきこもっています',
  '仕事をクビになった',
  '犬に噛まれた',
  '上の階の足音がうるさい',
  '子どもが熱を出しました',
  '産後で体がつらい',
  '年金の手続き',
  '孫が生まれます',
  '自立支援医療の更新',
  '夫の実家が遠い。父の薬が多い',
  '母は90歳で、近所の人に声をかけてもらっています',
  '夫の暴飲暴食を止めたい',
  '台風で家が壊れた',
  '虫を殺す薬をもらえますか',
  '空き家の草が伸びている',
  '通帳をなくした',
  '民生委員です。高齢の方の見守りをしています。新聞がたまっていて心配です。',
  '民生委員をしています。担当の方が最近元気がありません',
  '母が施設に入りました。費用が心配です',
  '手すりをつけたい',
  '夫婦で介護をしています',
  '子どもが発熱して保育園に預けられない',
  '死亡診断書が要りますか',
  '墓じまいのこと',
  '主人は単身赴任です',
  '娘と言葉の発達の相談がしたい',
  '夫が失業しました。家のローンがあります',
  '母子手帳をなくしました',
  '父の車の免許を返させたい',
  '息子がゲームばかりしています',
  '隣の犬の鳴き声がうるさい',
  '親の家の片付けができない',
  '老人ホームを探しています',
  '友達ができなくて寂しい',
  '保育園の先生と話したい',
];

describe('words that call for a line now', () => {
  for (const [danger, phrases] of Object.entries(calling)) {
    it(`${danger}: ${String(phrases.length)} phrases`, () => {
      const missed = phrases.filter((phrase) => !findDangers(phrase).includes(danger as Danger));
      assert.deepEqual(missed, []);
    });
  }

  it(`leave ${String(quiet.length)} others alone`, () => {
    const heard = quiet.flatMap((phrase) => findDangers(phrase).map((danger) => `${danger}: ${phrase}`));
    assert.deepEqual(heard, []);
  });

  it('are heard in the midst of a long text, and over two sentences', () => {
    const long = '市役所の手続きのことで困っています。'.repeat(100);
    assert.deepEqual(findDangers(`${long}夫がいます。お酒を飲むと殴ります。${long}`), ['violence']);
    assert.deepEqual(findDangers(`${long}もう死にたいです`), ['suicide']);
    assert.deepEqual(findDangers(long), []);
  });

  it('are not put together from afar', () => {
    const between = '今日は天気がよいです。'.repeat(3);
    assert.deepEqual(findDangers(`父は元気です。${between}近所で暴力団の映画を見ました`), []);
  });
});

describe('topics that call for a line', () => {
  it('do so without a word', () => {
    assert.deepEqual(findDangers('', ['dv-abuse/child']), ['child-abuse']);
    assert.deepEqual(findDangers('', ['care', 'dv-abuse/elder']), ['elder-abuse']);
    assert.deepEqual(findDangers('', ['dv-abuse']), ['violence', 'child-abuse']);
    assert.deepEqual(findDangers('', ['care', 'debt', 'ikoma-bears', '__proto__', 'constructor']), []);
  });
});

describe('the lines', () => {
  const ids = (words: string, topics?: string[], lines?: readonly EmergencyLine[]): string[] =>
    urgentLinesFor(words, topics, lines).map(({ id }) => id);

  it('put 189 before 110 for somebody who hurts a child and says so, and the police first in present danger', () => {
    for (const words of [
      '子どもをたたいてしまう',
      '娘を殴ってしまいます。やめたいです',
      '今日も子どもを叩いてしまった',
      '今までに何度か、子どもに手をあげてしまった',
      'いま子育て中です。子どもをたたいてしまいそうです',
      '近所の子どもの体にあざがある',
      'I hit my child',
    ]) {
      assert.equal(ids(words)[0], 'child-abuse-189', words);
      assert.equal(ids(words).at(-1), 'police-110', words);
    }
    assert.equal(ids('', ['dv-abuse/child'])[0], 'child-abuse-189');
    for (const [words, topics] of [
      ['夫に殴られています'],
      ['夫に殴られてしまう。子どもも叩かれています'],
      ['今すぐ来てください。隣で子どもが叩かれています'],
      ['隣の家から子どもの悲鳴が聞こえる'],
      ['子どもが殴られて動かない'],
      ['父に包丁で脅されました。子どもも叩かれています'],
      ['', ['dv-abuse']],
    ] as [string, string[]?][])
      assert.equal(ids(words, topics)[0], 'police-110', words);
    const own = [
      { id: 'own-110', name: '警察', dangers: ['child-abuse'], channels: ['phone'], phones: [{ number: '110' }] },
      { id: 'own', name: 'みほん市こども相談', dangers: ['child-abuse'], channels: ['phone'], phones: [{ number: '03-0000-1189' }] },
    ] as EmergencyLine[];
    assert.deepEqual(ids('子どもをたたいてしまう', [], own), ['own', 'own-110']);
    assert.deepEqual(ids('子どもの悲鳴が聞こえる', [], own), ['own-110', 'own']);
  });

  it('fit what was said', () => {
    assert.ok(ids('死にたい').includes('yorisoi'));
    assert.ok(ids('夫に殴られています').includes('dv-plus'));
    assert.deepEqual(
      ids('子どもをたたいてしまう').filter((id) => id === 'child-abuse-189'),
      ['child-abuse-189'],
    );
    assert.ok(!ids('夫に殴られています').includes('child-abuse-189'));
    // There is no national line for this one: whoever cares and strikes finds somebody who listens, and not only the police.
    const ownHand = ids('介護していて母を叩いてしまう');
    assert.ok(ownHand.includes('yorisoi') && ownHand.indexOf('yorisoi') < ownHand.indexOf('police-110'), ownHand.join());
    assert.deepEqual(ids('', ['dv-abuse/elder']), ['yorisoi', 'police-110']);
    assert.deepEqual(ids('家賃が払えない', ['rent-loan']), []);
    assert.ok(
      urgentLines.every((line) =>
        urgentLinesFor('死にたい。夫に殴られる。子どもを叩く。レイプ。火事。', ['dv-abuse/elder']).includes(line),
      ),
    );
  });

  it('are the city’s own where it has them', () => {
    const own: EmergencyLine[] = [
      { id: 'ikoma-dv', name: 'DV相談', channels: ['phone'], dangers: ['violence'], phones: [{ number: '0743-00-0000' }] },
    ];
    assert.deepEqual(ids('夫に殴られています', [], own), ['ikoma-dv']);
    assert.deepEqual(ids('死にたい', [], own), []);
  });
});

describe('anything at all', () => {
  it('never throws, and hears the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.string()), (words, topics) => {
        assert.deepEqual(findDangers(words, topics), findDangers(words, topics));
      }),
      { numRuns: 300 },
    );
    assert.deepEqual(findDangers('あ。'.repeat(100_000)), []);
  });
});
