/** Spellings of one word, a group a line: each must give the same desks in the same order. `desk`: one that must be there. */
export const spellingGroups: readonly { desk: string; spellings: readonly string[] }[] = [
  { desk: 'disability-welfare-section', spellings: ['障害', '障がい', '障碍', 'しょうがい', 'ショウガイ', 'ｼｮｳｶﾞｲ'] },
  { desk: 'child-family-center', spellings: ['子ども', '子供', 'こども', 'コドモ', 'ｺﾄﾞﾓ'] },
  { desk: 'youthnet-ikoma', spellings: ['ひきこもり', '引きこもり', '引き籠もり', '引籠り', 'ヒキコモリ', 'ﾋｷｺﾓﾘ', '引き篭もり'] },
  {
    desk: 'forest',
    spellings: [
      '地域包括支援センター',
      'ちいきほうかつしえんせんたー',
      '地域包括支援ｾﾝﾀｰ',
      '地域包括支援センタ',
      'チイキホウカツシエンセンター',
    ],
  },
  { desk: 'forest', spellings: ['介護', 'かいご', 'カイゴ', 'ｶｲｺﾞ'] },
  { desk: 'forest', spellings: ['ケアマネージャー', 'ケアマネジャー', 'ｹｱﾏﾈｰｼﾞｬｰ', 'けあまねーじゃー'] },
  { desk: 'forest', spellings: ['認知症', 'にんち症', 'ニンチ症'] },
  { desk: 'kurashi-shigoto', spellings: ['家賃が払えない', 'やちんがはらえない', '家賃がはらえない', 'やちんが払えない'] },
  { desk: 'kurashi-shigoto', spellings: ['借金', 'しゃっきん', 'シャッキン', 'ｼｬｯｷﾝ'] },
  { desk: 'livelihood-support-section', spellings: ['生活保護', 'せいかつほご', 'セイカツホゴ', '生活ほご'] },
  { desk: 'youthnet-ikoma', spellings: ['学校に行けない', 'がっこうにいけない', '学校にいけない', 'ガッコウニイケナイ'] },
  { desk: 'cosmall-ikoma', spellings: ['コスモール', 'こすもーる', 'ｺｽﾓｰﾙ', 'コスモ-ル'] },
  { desk: 'baijuso', spellings: ['74-8134', '７４－８１３４', '748134', '74ー8134'] },
  { desk: 'city-hall', spellings: ['生駒市役所', '生駒　市役所', '生駒市役所 '] },
  { desk: 'health-section', spellings: ['妊娠', 'にんしん', 'ニンシン'] },
  { desk: 'childcare-section', spellings: ['保育園', '保育所', 'ほいくえん', 'ホイクエン'] },
  { desk: 'rights-advocacy', spellings: ['成年後見', 'せいねんこうけん', 'セイネンコウケン'] },
];
