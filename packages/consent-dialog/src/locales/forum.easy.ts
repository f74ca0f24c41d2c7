import { dateOf } from '@tsunagu/core/common/easy';
import { dutyLead, dutyWords } from '@tsunagu/schema/meeting/easy';
import type { ForumDecision } from '@tsunagu/schema/meeting';
import type { ForumMessages } from './forum.messages.js';

const law = '社会福祉法《しゃかいふくしほう》（みんなの 暮《く》らしを 助《たす》ける 法律《ほうりつ》）';
const person = '本人《ほんにん》';
const record = '記録《きろく》';
const consent = `同意《どうい》（伝《つた》えて いいと 決《き》める こと）`;
const secret = '秘密《ひみつ》を 守《まも》る きまりが あります。';

const basisOf: Record<string, { label: string; says: string }> = {
  '106-4 2-1': { label: `${law} 106条《じょう》の4 2項《こう》1号《ごう》`, says: 'どんな 相談《そうだん》でも 聞《き》きます。' },
  '106-4 2-6': {
    label: `${law} 106条《じょう》の4 2項《こう》6号《ごう》`,
    says: `${person}の 同意《どうい》が ある とき、支援《しえん》プランを 話《はな》し合《あ》って 決《き》めます。`,
  },
  '106-6 1': {
    label: `${law} 106条《じょう》の6 1項《こう》`,
    says: `${person}の 同意《どうい》が まだ ない ときも、支援《しえん》に 必要《ひつよう》な ことだけを 話《はな》し合《あ》えます。参加《さんか》する 人《ひと》には ${secret}`,
  },
  '106-6 5': {
    label: `${law} 106条《じょう》の6 5項《こう》`,
    says: '会議《かいぎ》で 知《し》った 秘密《ひみつ》を、ほかの 人《ひと》に 話《はな》しては いけません。話《はな》すと 罰《ばつ》が あります。',
  },
};

const state: Record<string, string> = {
  'not-asked': `${person}に まだ 聞《き》いて いません。`,
  asked: `${person}の 返事《へんじ》を 待《ま》って います。`,
  deferred: `${person}が 考《かんが》えて いる ところです。`,
  refused: `${person}は 伝《つた》えないと 決《き》めて います。`,
  withdrawn: `${person}は 同意《どうい》を やめて います。`,
  expired: '同意《どうい》の 日《ひ》が すぎて います。',
  terminated: '前《まえ》の 同意《どうい》は 終《お》わって います。',
  invalidated: '前《まえ》の 同意《どうい》は 使《つか》えません。',
  unknown: `同意《どうい》の ${record}が 読《よ》めません。`,
};

function reasonOf(decision: ForumDecision): string {
  if (decision.forum === 'plan-meeting')
    return `${person}の ${consent}が あります。${decision.leftOut.length ? '同意《どうい》が ある 相手《あいて》に、同意《どうい》が ある ことだけを 伝《つた》えて、' : ''}支援《しえん》プランを 話《はな》し合《あ》えます。`;
  if (decision.forum === 'support-conference')
    return `${state[decision.because] ?? ''}支援会議《しえんかいぎ》で 話《はな》し合《あ》います。参加《さんか》する 人《ひと》には ${secret}理由《りゆう》を 書《か》いて ください。`;
  const alone = 'この 窓口《まどぐち》で 支《ささ》える ことが できます。ほかの ところに 伝《つた》えなくて いいです。';
  return {
    'one-desk': alone,
    'nobody-else': alone,
    unsure:
      '名前《なまえ》を 言《い》わないで、調整担当《ちょうせいたんとう》に 聞《き》く ことが できます。この 窓口《まどぐち》で 話《はなし》を 聞《き》いて ください。',
    'ask-first': `ほかの ところには 伝《つた》えません。この 窓口《まどぐち》で 話《はなし》を 聞《き》いて、同意《どうい》の ことを ${person}と 話《はな》して ください。`,
  }[decision.because];
}

const mustRecordOf = (decision: ForumDecision): string[] =>
  ({
    'single-desk':
      decision.because === 'one-desk' || decision.because === 'nobody-else'
        ? ['相談《そうだん》の 中身《なかみ》と、この 窓口《まどぐち》だけで できると 決《き》めた 理由《りゆう》']
        : ['相談《そうだん》の 中身《なかみ》と、今《いま》の 同意《どうい》', '次《つぎ》に する こと'],
    'plan-meeting': [
      `もとに した 同意《どうい》の ${record}（家族《かぞく》は ひとりずつ）`,
      '参加《さんか》した ところ',
      `プラン、だれが 何《なに》を するか、${person}の 希望《きぼう》`,
      '次《つぎ》に 見直《みなお》す 日《ひ》',
    ],
    'support-conference': [
      `もとに する 法律《ほうりつ》（106条《じょう》の6 1項《こう》）`,
      '同意《どうい》が ないのに 話《はな》し合《あ》う 理由《りゆう》と、今《いま》の 同意《どうい》',
      `参加《さんか》する 人《ひと》の 名前《なまえ》と、秘密《ひみつ》を 守《まも》る きまりを 確《たし》かめた 日《ひ》`,
      '伝《つた》えた こと（支援《しえん》に 必要《ひつよう》な ことだけ）',
      `${person}に いつ また 聞《き》くか。聞《き》けない ときは その 理由《りゆう》`,
    ],
  })[decision.forum];

function askOf({ may, from }: ForumDecision['askAgain']): string {
  if (from === null)
    return `${person}は、こちらから 聞《き》かないで ほしいと 言《い》って います。${person}が 話《はな》して くれるのを 待《ま》ちます。`;
  if (!may && from) return `${person}の 希望《きぼう》で、${dateOf(from)}より 前《まえ》には 聞《き》きません。`;
  if (!may) return `今《いま》は 聞《き》きません。返事《へんじ》を 待《ま》って いるか、${record}が 読《よ》めない ときです。`;
  return `${person}の 様子《ようす》を 見《み》て、また 聞《き》く ことが できます。`;
}

export const forumEasy: ForumMessages = {
  heading: '職員《しょくいん》の 人《ひと》へ：どこで 話《はな》し合《あ》えるか',
  status: `今《いま》の ${consent}`,
  needsAnswer: '下《した》の 質問《しつもん》に 答《こた》えて ください。どこで 話《はな》し合《あ》えるか わかります。',
  oneDesk: 'この 窓口《まどぐち》だけで 支《ささ》える ことが できますか',
  oneDeskNote:
    'わからない ときは「わからない」で いいです。名前《なまえ》を 言《い》わないで、調整担当《ちょうせいたんとう》に 聞《き》けます。',
  oneDeskChoices: { yes: 'できる', no: 'ほかの ところの 力《ちから》も 必要《ひつよう》', unsure: 'わからない' },
  grounds: '同意《どうい》を 待《ま》てない 理由《りゆう》（合《あ》う ものだけ）',
  groundsNote: '合《あ》う ものが ない ときは、えらばないで ください。支援会議《しえんかいぎ》には 理由《りゆう》が 必要《ひつよう》です。',
  groundWords: {
    urgent: '待《ま》って いる 間《あいだ》に、命《いのち》や 暮《く》らしが 危《あぶ》なく なるかもしれない',
    unreached: 'いろいろな ところが 気《き》づいて いるのに、支援《しえん》が とどいて いない',
    'not-yet-agreed': '同意《どうい》は まだ ないが、早《はや》く 支援《しえん》を 考《かんが》える 必要《ひつよう》が ある',
    'refused-at-risk': `${person}は 断《ことわ》って いるが、このままだと 暮《く》らせなく なるかもしれない`,
    'asking-endangers': `聞《き》く ことで、${person}が 危《あぶ》なく なるかもしれない`,
    'no-contact': `${person}に 会《あ》えない、連絡《れんらく》が できない`,
  },
  room: (forum, { planMeeting, supportMeeting }) =>
    ({ 'single-desk': 'この 窓口《まどぐち》で 支《ささ》える', 'plan-meeting': planMeeting, 'support-conference': supportMeeting })[forum],
  reason: '理由《りゆう》',
  basis: 'もとに する 法律《ほうりつ》',
  shares: 'ここで 伝《つた》えて いい こと',
  sharesNote: 'この 相手《あいて》に、この ことだけを 伝《つた》えて いいです。',
  member: (ref) => `家族《かぞく》など（${ref}）の こと`,
  atMost: '話《はな》し合《あ》って いい こと',
  atMostNote: '支援《しえん》に 必要《ひつよう》な ことだけです。',
  leftOut: '伝《つた》えない こと',
  leftOutNote: 'ここでは 伝《つた》えません。',
  why: {
    refused: '伝《つた》えないと 決《き》めて いる',
    asked: '返事《へんじ》を 待《ま》って いる',
    deferred: '考《かんが》えて いる',
    withdrawn: 'やめて いる',
    expired: '日《ひ》が すぎて いる',
    terminated: '終《お》わって いる',
    invalidated: '使《つか》えない',
    'not-asked': 'まだ 聞《き》いて いない',
    unknown: `${record}が 読《よ》めない`,
  },
  mustRecord: '書《か》いて おく こと',
  askAgain: 'また 聞《き》いて いいか',
  duty: '虐待《ぎゃくたい》や 暴力《ぼうりょく》に 気《き》が ついた とき',
  dutyLead,
  dutyWords,
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,
  words: (decision) => ({
    reason: reasonOf(decision),
    mustRecord: mustRecordOf(decision),
    askAgain: askOf(decision.askAgain),
    basis: decision.basis.map(
      ({ law, article, item, says }) => basisOf[`${article} ${item ?? ''}`] ?? { label: `${law} ${article}`, says },
    ),
  }),
};
