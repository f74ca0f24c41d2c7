import type { SignatureMessages } from './signature.messages.js';

export const signatureJa: SignatureMessages = {
  heading: 'お名前（署名）',
  intro: '文字で入れても、指で書いても、同じように扱います。どちらか1つで足ります。',
  typed: '文字で入れる',
  typedHint: '呼び名でもかまいません。',
  drawn: '指やペンで書く',
  drawnHint: '下の枠の中に書いてください。',
  surface: '署名を書く枠',
  undo: 'ひとつ前に戻す',
  clear: '書いたものを消す',
  state: (strokes) => (strokes ? '署名が書かれています。' : '署名はまだ書かれていません。'),
  tooLittle: '点のようなものだけが書かれています。続けて書くか、文字で入れてください。',
  full: 'これ以上は書けません。今までに書いたものは残っています。',
};
