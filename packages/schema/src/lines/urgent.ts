import type { EmergencyLine } from '../directory/window.schema.js';
import { always, everyDay, line, varies } from './line.js';

/** Lines for somebody in danger or at the end of their strength; the finder carries these. */
export const urgentLines: readonly EmergencyLine[] = [
  line(
    'police-110',
    '110番（警察）',
    'いま危ないとき',
    '110',
    ['violence', 'crime', 'sexual-violence', 'child-abuse', 'elder-abuse'],
    always,
    true,
  ),
  line('child-abuse-189', '児童相談所虐待対応ダイヤル', 'こどもへの虐待かもと思ったとき', '189', ['child-abuse'], always, true, {
    anonymous: true,
  }),
  line(
    'yorisoi',
    'よりそいホットライン',
    'どんな悩みでも',
    [{ number: '0120-279-338' }, { number: '0120-279-226', note: '岩手県・宮城県・福島県から' }],
    ['suicide', 'violence', 'sexual-violence', 'elder-abuse'],
    always,
    true,
  ),
  line('inochi-sos', '#いのちSOS', '死にたい、消えたい気持ち', '0120-061-338', ['suicide'], undefined, true, {
    url: 'https://www.lifelink.or.jp/inochisos/',
  }),
  line('anata-no-ibasho', 'あなたのいばしょ', '名前を言わずに話せるチャット', [], ['suicide'], always, true, {
    url: 'https://talkme.jp/chat/',
    channels: ['chat'],
    anonymous: true,
  }),
  line('fire-119', '119番（救急・火事）', 'けが、急な病気、薬の飲みすぎ、火事', '119', ['fire-medical', 'suicide'], always, true),
  line('dv-plus', 'DV相談プラス', '夫や妻、恋人の暴力', '0120-279-889', ['violence'], always, true, {
    url: 'https://soudanplus.jp/',
    channels: ['phone', 'chat', 'email'],
  }),
  line('dv-navi', 'DV相談ナビ', '夫や妻、恋人の暴力。近くのセンターへ', '#8008', ['violence'], varies, false),
  line('sexual-one-stop', '性犯罪・性暴力ワンストップ支援センター', '性の被害。近くのセンターへ', '#8891', ['sexual-violence'], varies),
  line(
    'child-sos',
    '24時間子供SOSダイヤル',
    'こどもと保護者。いじめ、学校のこと',
    [{ number: '0120078310', display: '0120-0-78310' }],
    ['child-abuse', 'suicide'],
    always,
    true,
  ),
  line(
    'inochi-no-denwa',
    'いのちの電話',
    'つらい気持ち',
    '0120-783-556',
    ['suicide'],
    everyDay('年中無休16:00～21:00（毎月10日は8:00～翌日8:00）', '16:00', '21:00', 'open'),
    true,
  ),
];
