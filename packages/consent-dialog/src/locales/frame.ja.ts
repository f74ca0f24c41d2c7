import type { FrameMessages } from './messages.js';

export const frameJa: FrameMessages = {
  headings: {
    decide: '話を伝えてよいか、いっしょに決めます',
    withdraw: '伝えてよいことの取りやめ',
    worker: '同意と、話し合いの場',
  },
  close: '閉じる',
  loading: '準備しています',
  notLoaded: '画面の一部を読み込めませんでした。選んだことは残っています。少し待って、もう一度お試しください。',
  retry: 'もう一度ためす',
};
