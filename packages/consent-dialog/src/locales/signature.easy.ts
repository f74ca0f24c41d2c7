import type { SignatureMessages } from './signature.messages.js';

export const signatureEasy: SignatureMessages = {
  heading: '名前《なまえ》（サイン）',
  intro: '文字《もじ》で 入《い》れても、指《ゆび》で 書《か》いても、同《おな》じです。1つだけで いいです。',
  typed: '文字《もじ》で 入《い》れる',
  typedHint: '本当《ほんとう》の 名前《なまえ》で なくても いいです。',
  drawn: '指《ゆび》や ペンで 書《か》く',
  drawnHint: '下《した》の 四角《しかく》の 中《なか》に 書《か》いて ください。',
  surface: 'サインを 書《か》く 四角《しかく》',
  undo: '1つ 前《まえ》に もどす',
  clear: '書《か》いた ものを 消《け》す',
  state: (strokes) => (strokes ? 'サインが あります。' : 'サインは まだ ありません。'),
  tooLittle: '点《てん》だけの ようです。もっと 書《か》くか、文字《もじ》で 入《い》れて ください。',
  full: 'もう 書《か》けません。今《いま》までに 書《か》いた ものは 残《のこ》って います。',
};
