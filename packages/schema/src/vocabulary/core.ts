import { coreDangers } from './core-dangers.js';
import type { Words } from './words.js';

/**
 * The words that every finder carries: all worries by name, and of their everyday words the few that decide most sentences; the rest is
 * in `more.ts`. The first sixteen are the national ones, `id|label|short||words`, with the wording of the national standard sheet
 * (相談受付・申込票); a finer worry follows under its national one as `/id|label|words`. Ids are stable.
 *
 * Words are clear cues up to `?`, weak ones after it: a clear cue names the worry by itself, two weak ones together do, one alone is a hint.
 * Every cue is a part of the text (a stem stands for its inflections) after folding (one spelling stands for all). Notation in a word:
 * `a+b` both occur, in any order; `a/b` one of them; `!a` must not occur; `$p` … a list in `lists` (`more.ts` has the longer ones).
 *
 * Readings: `reading` followed by its spellings (`=` between them when the first spelling begins with hiragana), so that kanji, kana and
 * mixed spellings are one word. `行~かき` stands for 行か and 行き, so that a verb is read (い) only before its own endings and 行政 is left alone.
 *
 * Dangers call for a line at once: they only put lines first, they never block anything. Precise rather than complete: 死亡届, 父が死んで,
 * 痛くて死にそう are not cries for help. What people say of killing themselves, of violence at home and against children is nearly all here.
 *
 * Every byte of this file is loaded on every resident's phone, whether they search or not. To add a word, put it in `more.ts`; move it here
 * only if many people type it, and put a rarer one back. Prefer the stem that catches many sentences.
 */
export const coreWords: Words = {
  ...coreDangers,
  worries: `illness-disability|病気や健康、障がい|健康・障がい||障がい 病気 難病 体調?薬
/general-health|健康・健診|健康 健診 血圧 予防接種
/maternal|妊娠・出産・産後|にんしん 妊 産後 出産 母乳 離乳 つわり?赤ちゃん
/physical|身体障がい|車いす 難聴 手すり 麻痺 手話 まひ 透析?耳が 目が 手が 足が 事故
/intellectual|知的障がい|知的 支援学校 療育手帳
/mental|心の病気・精神障がい|眠れ 死にた 心の 心が 精神 うつ病 うつで うつか やる気 ストレス 寝られ 消えた 統合失調 パニック リストカット 自殺 落ち込 メンタル 涙 心療 過食 消えてしま 気分 限界?つら しんど 不安 泣い
/developmental|発達障がい・発達の気がかり|発達 療育 自閉 言葉+遅 落ち着きが 癇癪 ADHD 目が合 目を合 他の子
/welfare-service|障がい者の手帳・サービス・手当|障がい+年金/手当/サービス 特別児童 自立支援医療 計画相談?手帳
/addiction|依存症|酒 依存 ギャンブル パチンコ アルコール アル中?ゲーム
housing|住まい|住まい||アパート 住宅 泊ま 住むと 住む場 ホームレス ネットカフェ ひっこ たちのき 夜逃げ?家
/rubbish|ごみ屋敷・片付け・多頭飼育|片付 ごみ屋敷
income|収入・生活費|お金||お金 収入 貯金 貧 困窮 貸付 給付金 生活+苦 資金 医療費 財布?生活
/public-assistance|生活保護|生活保護 生保 ナマポ
/pension|年金|年金
rent-loan|家賃・ローンの支払い|家賃・ローン||家賃 ローン 住居確保
tax-utilities|税金・公共料金の支払い|税・公共料金||滞納 督促 携帯代 国保 国民健康保険?払 電気 水道
debt|債務|借金||借金 破産 債務 奨学金 返済 闇金
job-search|仕事探し・就職|仕事探し||失業 就職 就労 バイト ハローワーク 面接 就活 無職 働けな 働きたい 仕事+ない/探?仕事 働
/disability-work|障がいのある人の就労|作業所 障がい+仕事
work-trouble|仕事上の不安やトラブル|仕事の悩み||職場 リストラ 残業 解雇 パワハラ 上司 クビ 仕事+辞め/つら 派遣
community-relations|地域との関係|近所・地域||隣 近所 騒音 町内会
/activity|地域の活動・居場所|居場所 ボランティア 趣味
family-relations|家族との関係|家族||家族 家庭 親と 夫婦 浮気 家出 8050 けんか 姑 家に帰りた 兄弟 反抗?弟 妹
/divorce|離婚・ひとり親|離婚 ひとり親 養育費 シングル 児童扶養
/young-carer|ヤングケアラー|ヤングケアラー
child-rearing|子育て|子育て||育て 育児 児童 夜泣き イヤイヤ 遊べ?$c
/childcare-place|保育園・預け先|保育 学童 預か 放課後 幼稚園 育休?復帰
/school|学校・いじめ・教育相談|いじめ 勉強 先生 教育 進路 担任 部活 授業 受験?高校 友達 中学
/allowance|子育てのお金|学費 給食費 就学援助
care|介護|介護||介護 ケアマネ 寝たきり 免許+返 足腰 介助 特養 買い物+いけ $p+倒/心配?$p 足が
/dementia|認知症・物忘れ|認知 物忘 徘徊 ぼけ 同じこと
/service|介護保険・介護サービス|介護保険 ヘルパー デイサービス 施設+入 老人ホーム ケアマネ
/prevention|介護予防・体力づくり|体操 フレイル 転ぶ
hikikomori-truancy|ひきこもり・不登校|ひきこもり・不登校||
/truancy|不登校・登校しぶり|登校 朝+起き 学校+いか/いけ 高校+辞め?学校 教室
/hikikomori|ひきこもり|ひきこも こもり ニート 人+会うの 息子+働か 50代+息子 部屋+出てこ?外
/youth|若者の悩み・居場所|若者 将来+不安 自信?将来
dv-abuse|DV・虐待|DV・虐待||虐待 暴力 叩いて 殴 怒鳴 ぶたれ?怖
/partner|パートナーからの暴力（DV）|DV ストーカー モラハラ つきまと
/child|こどもへの虐待|児童相談所 $c+虐待/叩
/elder|高齢者への虐待|$p+虐待
/disabled|障がいのある人への虐待|
no-food|食べるものがない|食べ物||食料 お米/ごはん+ない 食費 フードバンク おなか+すい?食べ
other|その他|その他||
/rights|成年後見・権利擁護・金銭管理|後見 通帳 墓 遺言 お金+管理 身寄り 契約 金銭管理 終活 判断 身元
/consumer|消費者トラブル・詐欺|騙 詐欺 消費者 訪問販売
/foreign|外国人・ことば|外国 日本語
/lonely|孤独・孤立・話し相手|寂し 話し相手 孤独 聞いてほし 誰とも 友達+いな
/gender|性の悩み・LGBTQ|LGBT 性別
/legal|法律・相続|相続 法律 弁護士
/lifelong-learning|生涯学習・講座|講座 習い
/disaster|災害・避難|避難 地震
/help-to-act|どこに相談すればよいか分からない|誰に 困って どこに 助けて 相談したい`,
};
