import type { Language } from '@tsunagu/core';
import { asideEasy } from './aside.easy.js';
import { asideEn } from './aside.en.js';
import { asideJa } from './aside.ja.js';
import type { AsideMessages } from './aside.messages.js';

/** All of them at once: a part that is fetched late is there in every language. */
export const asideLocales: Readonly<Record<Language, AsideMessages>> = { ja: asideJa, 'ja-x-easy': asideEasy, en: asideEn };
