import type { DraftMessages } from './messages.js';

/** Loaded with the code that keeps drafts; most forms keep none. */
export const draftJa: DraftMessages = {
  offer: '書きかけを、この端末に残す',
  question: 'この端末は、あなただけが使うものですか',
  own: 'はい、自分だけが使います',
  shared: 'いいえ・分からない',
  notKept: 'この端末には何も残しません。このまま書いて送れます。',
  passphrase: '続きを開くための合いことば',
  passphraseHint: (least) => `${least}文字以上で、身近な人にも分からないことばを。忘れると、だれにも開けません。`,
  passphraseShort: (least) => `もう少し長くしてください（${least}文字以上）。`,
  keep: '残す',
  kept: 'この端末に残しました。最後に書いてから7日で消えます。',
  found: 'この端末に、書きかけの相談があります。',
  open: '続きを書く',
  wrong: '開けませんでした。合いことばを、もう一度確かめてください。',
  wipe: '書きかけを消す',
  wiped: '書きかけを消しました。',
  restored: '書きかけの続きから始められます。',
  failed: 'この端末には残せませんでした。このまま書いて送れます。',
};
