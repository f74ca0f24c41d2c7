/** The choices of meetings, as stable ids. A city's words for them are labels (`labels.forums`): 支援会議 is 包括的支援会議 in one town. */

/** 単独の窓口, 重層的支援会議, 支援会議. */
export const forumIds = ['single-desk', 'plan-meeting', 'support-conference'] as const;

/** Why a case is taken to a 支援会議 without consent. */
export const groundIds = [
  /** 緊急: somebody may come to harm before the person can be asked. */
  'urgent',
  /** 関係機関がそれぞれ把握していながら、支援が届いていない. */
  'unreached',
  /** 本人の同意がまだ得られていないが、早く体制を考える必要がある. */
  'not-yet-agreed',
  /** 本人が断っているが、放っておくと暮らしが立ちゆかなくなるおそれがある. */
  'refused-at-risk',
  /** 聞くこと自体が本人を危険にする（同居する人からの暴力など）. */
  'asking-endangers',
  /** 本人に会えていない、連絡がつかない. */
  'no-contact',
] as const;

export type ForumId = (typeof forumIds)[number];
export type GroundId = (typeof groundIds)[number];

export const groundWords: Readonly<Record<GroundId, string>> = {
  urgent: '本人に聞くのを待つあいだに、命や暮らしに危険が及ぶおそれがある',
  unreached: '関係する機関がそれぞれ気づいていながら、支援が届いていない',
  'not-yet-agreed': '同意はまだ得られていないが、早く支援の体制を考える必要がある',
  'refused-at-risk': '本人は断っているが、このままでは暮らしが立ちゆかなくなるおそれがある',
  'asking-endangers': '本人に聞くこと自体が、本人を危険にするおそれがある',
  'no-contact': '本人に会えていない、または連絡がつかない',
};
