/** What a refused request is told: RFC 9457 problems, each with a calm Japanese sentence that says what happens next. */
import type { ConsultationIssue, Receipt } from '@tsunagu/schema/consultation';
import type { ReferralView } from './referrals/wire.js';
import type { ConsentHead } from './wire-consent.js';

interface Kind {
  status: number;
  title: string;
  detail: string;
}

/** Every problem this server can answer. A type's status never varies. */
export const problemKinds = {
  invalid: {
    status: 422,
    title: '確かめていただきたいところがあります',
    detail: '下のところを確かめて、もう一度お送りください。書いたことは消えていません。',
  },
  'not-json': { status: 400, title: '読み取れませんでした', detail: '送られた内容を読み取れませんでした。もう一度お試しください。' },
  'bad-request': { status: 400, title: '読み取れませんでした', detail: '送られた内容を読み取れませんでした。もう一度お試しください。' },
  unsupported: {
    status: 415,
    title: '受け取れない形です',
    detail: 'この形では受け取れません。JSON（UTF-8）か、ふつうのフォームの形でお送りください。',
  },
  'too-large': {
    status: 413,
    title: '長すぎて受け取れませんでした',
    detail: '内容が長すぎて受け取れませんでした。短くするか、何回かに分けてお送りください。',
  },
  'headers-too-large': { status: 431, title: '読み取れませんでした', detail: '通信の見出しが長すぎて、受け取れませんでした。' },
  'too-slow': { status: 408, title: '途中で切れました', detail: '送っている途中で通信が切れました。もう一度お試しください。' },
  'key-missing': {
    status: 400,
    title: '二重送信を防ぐ番号がありません',
    detail: 'Idempotency-Key を付けてお送りください（英数字・ハイフン・下線で16〜128文字）。',
  },
  'key-reused': {
    status: 409,
    title: 'すでにお預かりしています',
    detail: 'この番号で、別の内容をすでにお預かりしています。書き直したものを送るときは、新しい相談としてお送りください。',
  },
  'consent-moved': {
    status: 409,
    title: 'ほかの人が先に記録しています',
    detail: 'この同意の記録は、ほかのところで先に書き足されています。新しい記録を読み込んで、確かめてから、もう一度記録してください。',
  },
  behind: {
    status: 409,
    title: 'ほかの人が先に進めています',
    detail: 'このつなぐシートは、ほかの人が先に進めています。書いたことは消えていません。新しい内容を確かめて、もう一度お試しください。',
  },
  apart: {
    status: 409,
    title: '記録が、途中から違っています',
    detail:
      '読み取ったシートの記録は、ここにある記録と、途中から違っています。どちらも消していません。どこまで進んだかを、相手の窓口と電話で確かめてください。',
  },
  'draft-moved': {
    status: 412,
    title: 'ほかの人が先に書き直しています',
    detail:
      'このつなぐシートの下書きは、ほかの人が先に書き直しています。書いたことは消えていません。新しい下書きと見比べて、もう一度保存してください。',
  },
  'revision-missing': {
    status: 428,
    title: 'どの下書きを見て書いたかが分かりません',
    detail:
      'この下書きは、書いているあいだにも保存されています。どの版を見て書いたかが分からないため、まだ送っていません。書いたことは消えていません。下書きを保存してから、もう一度お試しください。（版の番号は、If-Match に "3" の形か、アドレスに ?revision=3 の形で付けます。）',
  },
  'too-many-streams': {
    status: 429,
    title: '開いている画面が多すぎます',
    detail: 'この窓口の鍵で、知らせを受け取る画面がたくさん開いています。使っていない画面を閉じてから、もう一度お試しください。',
  },
  'looks-automated': {
    status: 422,
    title: '受け取れませんでした',
    detail: '自動の送信のように見えたため、お預かりできませんでした。お困りのときは、どうぞお電話ください。',
  },
  'too-soon': {
    status: 429,
    title: '少しだけお待ちください',
    detail: '開いてすぐに送られたため、まだお預かりしていません。数秒おいて、もう一度お送りください。',
  },
  'rate-limited': {
    status: 429,
    title: '少しお待ちください',
    detail: '同じところからの通信が続いています。しばらくおいて、もう一度お試しください。お急ぎのときは、お電話ください。',
  },
  'origin-refused': {
    status: 403,
    title: 'このページからは受け取れません',
    detail: 'このページからの送信は許されていません。市のページからお送りいただくか、お電話ください。',
  },
  unauthorised: { status: 401, title: '鍵を確かめられませんでした', detail: '窓口の鍵（トークン）を確かめられませんでした。' },
  'not-found': { status: 404, title: '見つかりませんでした', detail: '見つかりませんでした。番号にまちがいがないか、確かめてください。' },
  method: { status: 405, title: 'この方法では使えません', detail: 'このアドレスは、この方法では使えません。' },
  unavailable: {
    status: 503,
    title: 'いま受け付けられません',
    detail: 'いまは受け付けられません。まだお預かりしていません。少しおいて、もう一度お試しください。お急ぎのときは、お電話ください。',
  },
  failed: {
    status: 500,
    title: 'うまくいきませんでした',
    detail: 'こちらの不具合で、うまくいきませんでした。もう一度お試しいただくか、お電話ください。',
  },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof problemKinds;

export const problemCodes = Object.keys(problemKinds) as ProblemCode[];

export interface ProblemIssue {
  /** JSON Pointer (RFC 6901) as a URI fragment into the body. */
  pointer: string;
  code: string;
  detail: string;
}

export interface ProblemDetails extends Partial<ReferralView> {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: ProblemIssue[];
  /** With `key-reused`: what is stored under the key. */
  receipt?: Receipt;
  /** With `consent-moved`: the last event that is stored; absent when the record is not there. */
  head?: ConsentHead;
  /** With `behind`, `apart` and `draft-moved`: the type's last word, and beside it the sheet as it is now, as this desk sees it. */
  code?: ProblemCode;
  requestId: string;
}

export interface ProblemMore {
  errors?: ProblemIssue[];
  receipt?: Receipt;
  head?: ConsentHead;
  current?: ReferralView;
  /** In whole seconds; becomes `Retry-After`. */
  retryAfter?: number;
  /** With `method`: the methods that are there. */
  allow?: readonly string[];
}

/** Thrown anywhere, answered by the error handler. Its message is the code alone, so it can be logged. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly more: ProblemMore = {},
  ) {
    super(code);
  }

  get status(): number {
    return problemKinds[this.code].status;
  }

  details(requestId: string): ProblemDetails {
    const { status, title, detail } = problemKinds[this.code];
    const { errors, receipt, head, current } = this.more;
    return {
      ...(current ? { code: this.code, ...current } : {}),
      type: `urn:tsunagu:problem:${this.code}`,
      title,
      status,
      detail,
      ...(errors?.length ? { errors } : {}),
      ...(receipt ? { receipt } : {}),
      ...(head ? { head } : {}),
      requestId,
    };
  }

  headers(): Record<string, string> {
    const { retryAfter, allow } = this.more;
    return {
      ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
      ...(allow ? { allow: allow.join(', ') } : {}),
      ...(this.code === 'unauthorised' ? { 'www-authenticate': 'Bearer' } : {}),
    };
  }
}

export const invalid = (issues: readonly Pick<ConsultationIssue, 'pointer' | 'code' | 'message'>[]): Problem =>
  new Problem('invalid', { errors: issues.map(({ pointer, code, message }) => ({ pointer, code, detail: message })) });
