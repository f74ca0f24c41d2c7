import type { TopicTexts } from './ids.js';

/** The worries in やさしい日本語: phrases parted by spaces, a reading for every kanji as `漢字《かんじ》`. Loaded only with that language. */
export const easyTopics: TopicTexts = {
  'illness-disability': {
    label: '病気《びょうき》や 体《からだ》、障《しょう》がいの こと',
    short: '病気《びょうき》・障《しょう》がい',
    words: ['体+わるい', 'びょうきに'],
  },
  'illness-disability/general-health': {
    label: '健康《けんこう》、健診《けんしん》（体《からだ》を しらべる こと）',
    short: '健康《けんこう》',
  },
  'illness-disability/maternal': {
    label: 'おなかに 赤《あか》ちゃんが いるとき、赤《あか》ちゃんが 生《う》まれた あと',
    short: '妊娠《にんしん》・出産《しゅっさん》',
    words: ['おなか+赤ちゃん'],
  },
  'illness-disability/physical': {
    label: '体《からだ》の 障《しょう》がい（手《て》、足《あし》、目《め》、耳《みみ》など）',
    short: '体《からだ》の 障《しょう》がい',
  },
  'illness-disability/intellectual': {
    label: '知的障《ちてきしょう》がい（覚《おぼ》える こと、考《かんが》える ことが むずかしい）',
    short: '知的障《ちてきしょう》がい',
  },
  'illness-disability/mental': { label: '心《こころ》の 病気《びょうき》、心《こころ》が つらい とき', short: '心《こころ》' },
  'illness-disability/developmental': {
    label: '発達障《はったつしょう》がい、子《こ》どもの 育《そだ》ちが 気《き》になる とき',
    short: '発達《はったつ》',
  },
  'illness-disability/welfare-service': {
    label: '障《しょう》がいの ある 人《ひと》の 手帳《てちょう》や サービス',
    short: '手帳《てちょう》・サービス',
  },
  'illness-disability/addiction': { label: 'お酒《さけ》、ギャンブルなどが やめられない', short: 'やめられない' },
  housing: { label: '住《す》む ところの こと', short: '住《す》む ところ', words: ['すむところ'] },
  'housing/rubbish': { label: 'ごみや 物《もの》が 家《いえ》に たくさん ある、ペットが 多《おお》すぎる', short: 'ごみ・ペット' },
  income: { label: '生活《せいかつ》の お金《かね》の こと', short: 'お金《かね》' },
  'income/public-assistance': {
    label: '生活保護《せいかつほご》（生活《せいかつ》の お金《かね》が 足《た》りない 人《ひと》を 助《たす》ける しくみ）',
    short: '生活保護《せいかつほご》',
  },
  'income/pension': { label: '年金《ねんきん》（年《とし》を とった ときなどに もらう お金《かね》）', short: '年金《ねんきん》' },
  'rent-loan': {
    label:
      '家《いえ》を 借《か》りる お金《かね》、家《いえ》の ローン（銀行《ぎんこう》などから 借《か》りた お金《かね》）が 払《はら》えない',
    short: '家《いえ》の お金《かね》',
  },
  'tax-utilities': {
    label: '税金《ぜいきん》、電気《でんき》・ガス・水道《すいどう》の お金《かね》が 払《はら》えない',
    short: '税金《ぜいきん》・電気《でんき》',
  },
  debt: { label: '借《か》りた お金《かね》が 返《かえ》せない', short: '借《か》りた お金《かね》' },
  'job-search': { label: '仕事《しごと》を さがす こと', short: '仕事《しごと》を さがす' },
  'job-search/disability-work': {
    label: '障《しょう》がいの ある 人《ひと》が 働《はたら》く こと',
    short: '障《しょう》がいと 仕事《しごと》',
  },
  'work-trouble': { label: '今《いま》の 仕事《しごと》で 困《こま》って いる こと', short: '仕事《しごと》の 悩《なや》み' },
  'community-relations': { label: '近《ちか》くに 住《す》む 人《ひと》との こと', short: '近《ちか》くの 人《ひと》' },
  'community-relations/activity': { label: '集《あつ》まる 場所《ばしょ》、ボランティア', short: '集《あつ》まる 場所《ばしょ》' },
  'family-relations': { label: '家族《かぞく》との こと', short: '家族《かぞく》' },
  'family-relations/divorce': { label: '離婚《りこん》、ひとりで 子《こ》どもを 育《そだ》てる こと', short: '離婚《りこん》' },
  'family-relations/young-carer': {
    label: '子《こ》どもが 家族《かぞく》の 世話《せわ》を して いる（ヤングケアラー）',
    short: 'ヤングケアラー',
  },
  'child-rearing': { label: '子《こ》どもを 育《そだ》てる こと', short: '子育《こそだ》て' },
  'child-rearing/childcare-place': {
    label: '保育園《ほいくえん》など、子《こ》どもを 預《あず》ける ところ',
    short: '保育園《ほいくえん》',
  },
  'child-rearing/school': { label: '学校《がっこう》や いじめの こと', short: '学校《がっこう》' },
  'child-rearing/allowance': { label: '子《こ》どもの ための お金《かね》（手当《てあて》）', short: '子《こ》どもの お金《かね》' },
  care: { label: '年《とし》を とった 人《ひと》の 世話《せわ》（介護《かいご》）', short: '介護《かいご》', words: ['年+とった'] },
  'care/dementia': { label: '認知症《にんちしょう》（よく 忘《わす》れる 病気《びょうき》）', short: '認知症《にんちしょう》' },
  'care/service': { label: '介護保険《かいごほけん》や 介護《かいご》の サービス', short: '介護《かいご》サービス' },
  'care/prevention': { label: '年《とし》を とっても 元気《げんき》で いる ための こと', short: '元気《げんき》で いる' },
  'hikikomori-truancy': {
    label: '家《いえ》から 出《で》られない、学校《がっこう》に 行《い》けない',
    short: '家《いえ》から 出《で》られない',
  },
  'hikikomori-truancy/truancy': { label: '学校《がっこう》に 行《い》けない', short: '学校《がっこう》に 行《い》けない' },
  'hikikomori-truancy/hikikomori': { label: '家《いえ》や 部屋《へや》から 出《で》られない（ひきこもり）', short: 'ひきこもり' },
  'hikikomori-truancy/youth': { label: '若《わか》い 人《ひと》の 悩《なや》み', short: '若《わか》い 人《ひと》' },
  'dv-abuse': { label: '家族《かぞく》などから たたかれる、こわい ことを される', short: '暴力《ぼうりょく》' },
  'dv-abuse/partner': { label: '夫《おっと》、妻《つま》、恋人《こいびと》が こわい（DV）', short: 'DV' },
  'dv-abuse/child': { label: '子《こ》どもへの 暴力《ぼうりょく》（虐待《ぎゃくたい》）', short: '子《こ》どもへの 虐待《ぎゃくたい》' },
  'dv-abuse/elder': {
    label: '年《とし》を とった 人《ひと》への 暴力《ぼうりょく》（虐待《ぎゃくたい》）',
    short: '高齢者《こうれいしゃ》への 虐待《ぎゃくたい》',
  },
  'dv-abuse/disabled': {
    label: '障《しょう》がいの ある 人《ひと》への 暴力《ぼうりょく》（虐待《ぎゃくたい》）',
    short: '障《しょう》がい者《しゃ》への 虐待《ぎゃくたい》',
  },
  'no-food': { label: '食《た》べる ものが ない', short: '食《た》べる もの' },
  other: { label: 'ほかの こと', short: 'ほか' },
  'other/rights': {
    label: 'お金《かね》や 契約《けいやく》を 自分《じぶん》だけで 決《き》めるのが むずかしい とき',
    short: '権利《けんり》を 守《まも》る',
  },
  'other/consumer': { label: 'だまされた、買《か》い物《もの》の トラブル', short: 'だまされた', words: ['だまされ'] },
  'other/foreign': { label: '外国人《がいこくじん》、ことばの こと', short: '外国人《がいこくじん》・ことば' },
  'other/lonely': { label: 'ひとりで さびしい、話《はな》す 人《ひと》が いない', short: 'さびしい' },
  'other/gender': { label: '性《せい》の 悩《なや》み、LGBTQ', short: '性《せい》・LGBTQ' },
  'other/legal': { label: '法律《ほうりつ》、家族《かぞく》が なくなった あとの お金《かね》や 家《いえ》', short: '法律《ほうりつ》' },
  'other/lifelong-learning': { label: '大人《おとな》も 学《まな》ぶ こと、習《なら》いごと', short: '学《まな》ぶ' },
  'other/disaster': { label: '地震《じしん》や 大雨《おおあめ》などの とき（災害《さいがい》）', short: '災害《さいがい》' },
  'other/help-to-act': { label: 'どこに 話《はな》せば いいか わからない', short: '迷《まよ》った とき' },
};
