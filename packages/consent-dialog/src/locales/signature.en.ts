import type { SignatureMessages } from './signature.messages.js';

export const signatureEn: SignatureMessages = {
  heading: 'Your name (signature)',
  intro: 'Typing it and writing it by hand count the same. One of the two is enough.',
  typed: 'Type it',
  typedHint: 'It may be the name you like to be called by.',
  drawn: 'Write it with a finger or a pen',
  drawnHint: 'Write inside the frame below.',
  surface: 'Frame for the signature',
  undo: 'Undo the last line',
  clear: 'Clear what was written',
  state: (strokes) => (strokes ? 'There is a signature.' : 'There is no signature yet.'),
  tooLittle: 'There is only something like a dot. Please go on writing, or type your name.',
  full: 'No more lines fit. What you have written is kept.',
};
