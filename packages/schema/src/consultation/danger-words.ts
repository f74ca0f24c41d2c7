import type { Words } from '../vocabulary/words.js';

/**
 * What people write of dangers in a form's own words, where they tell more than in a search, and the core of the vocabulary does not hear;
 * notation and lists in `vocabulary/core.ts`. Above all those who hurt somebody and are frightened of it: there is a line for them too.
 */
export const dangerWords: Words['dangers'] = {
  suicide:
    '生きている+つら/疲/しんど/嫌/意味/苦し 生きている価値 生きる価値 生きていても 生きてても 生まれてこなければ 生まれてこなきゃ いなくなってしまいた いないほうが+いい/まし いない方が+いい/まし 死なせて 死にたか 遺書 練炭 この世から 薬+たくさん飲/飲みすぎ/飲み過ぎ/全部飲 オーバードーズ end_my_life',
  violence:
    'モラハラ $x+監視/束縛/支配/閉じ込/避妊/生活費をくれ/生活費を入れ/生活費を渡/携帯を見/スマホを見/スマホを壊/携帯を壊/刃物/逆らえ 離婚+殺/脅 beats_me hit_me hurts_me abuses_me abusive',
  'child-abuse':
    '$c+首を絞/揺さぶ/ゆさぶ/口をふさ/口を塞/怒鳴って/どなって/きつく当/あたってしま/当たってしま/放置/閉じ込/締め出/ベランダに/置き去/つねって/蹴って/投げつけ/殺してしま/殺したく/死なせてしま 泣き止まない+投げ/揺さぶ/ゆさぶ/口を 手が出そう+!$p/!介護 手を出してしま+!$p/!介護 手をあげそう+!$p/!介護 手を上げそう+!$p/!介護 手をあげてしま+!$p/!介護 手を上げてしま+!$p/!介護 叩きたくな+!$p/!介護 叩いています+$c ごはんをもらえ ごはんを食べさせてもら hit_my/hitting_my/beat_my/hurt_my+child/kid/son/daughter/baby',
  'elder-abuse':
    '$p/介護+手が出/手を出して/手をあげ/手を上げ/首を絞/殺してしま/殺したく/死なせてしま/閉じ込/縛って/つねって/叩きそう/叩きたくな/叩いてしま/怒鳴ってしま/どなってしま',
  'sexual-violence': '性的な+され/させられ/嫌がらせ/強要 性的虐待 盗撮 胸を触 お尻を触 裸の写真 避妊+くれな/拒 rape sexual_assault',
  'fire-medical': '薬+飲みすぎ/飲み過ぎ/たくさん飲/全部飲 呼吸が止 呼吸をしていな ろれつ 血を吐 吐血 誤飲 overdose',
};

/** What sounds like danger and is none: taken out before listening. */
export const harmless =
  /(?:虐待|[DＤ][VＶ]|暴力|自殺)の?(?:防止|対策|予防)|警察署|(?:太鼓|肩)を?(?:叩|たた)[^。、\s]{0,4}|友(?:達|だち)[をに](?:叩|たた)[^。、\s]{0,6}/giu;
