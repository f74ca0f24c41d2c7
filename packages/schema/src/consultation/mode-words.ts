import type { ContactMode } from './choices.js';

/** How the person is known, as a desk writes it down. A file of its own: a sheet that is only read has no use for it. */
export const modeAtDeskWords: Readonly<Record<ContactMode, string>> = {
  anonymous: '名前を書かない',
  nickname: '呼び名だけ',
  named: '名前を書いた',
};
