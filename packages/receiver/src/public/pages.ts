/** What a person without script sees after sending a plain form: the receipt, or what to do now. */
import type { Receipt } from '@tsunagu/schema/consultation';
import type { FastifyReply } from 'fastify';
import type { Desks } from '../desks.js';
import { answerPageHeaders } from '../http/headers.js';
import type { ProblemDetails } from '../problems.js';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/** `main` is HTML made here; everything in it from outside went through `escape`. */
const page = (title: string, main: string): string => `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<link rel="stylesheet" href="../receiver.css">
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${main}
</main>
</body>
</html>
`;

const send = (reply: FastifyReply, html: string): FastifyReply =>
  reply.headers(answerPageHeaders).type('text/html; charset=utf-8').send(html);

/** 11月27日（金）. */
export const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('ja-JP', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace('(', '（')
    .replace(')', '）');

/** A human, in the same place on every page. HTML; empty when the directory has no main telephone. */
export const helpLine = ({ phone, city }: Desks): string =>
  phone ? `<p class="help">お電話でも相談できます：<a href="tel:${escape(phone)}">${escape(phone)}</a>（${escape(city)}）</p>` : '';

export function receiptPage(reply: FastifyReply, receipt: Receipt, desks: Desks): FastifyReply {
  const answer = receipt.replyBy
    ? `<p>${escape(dayInWords(receipt.replyBy))}までに、返事をお返しします。</p>`
    : '<p>返事ができたら、ここでお返しします。</p>';
  return send(
    reply,
    page(
      '相談を受け付けました',
      `<p>${escape(receipt.window?.name ?? desks.city)}で、お預かりしました。</p>
${answer}
<dl class="receipt">
<dt>受付番号</dt><dd>${escape(receipt.number)}</dd>
<dt>確認番号</dt><dd>${escape(receipt.secret)}</dd>
</dl>
<p>この2つの番号で、返事を読んだり、続きを書いたりできます。番号は、あとからもう一度お見せすることができません。書き写すか、印刷して、ほかの人に見えないところに置いてください。</p>
<p><a class="button" href="../receipt">返事を見るページへ</a></p>
${helpLine(desks)}`,
    ),
  );
}

export function problemPage(reply: FastifyReply, { title, detail, errors = [] }: ProblemDetails, desks: Desks): FastifyReply {
  const list = errors.length ? `<ul>${errors.map((issue) => `<li>${escape(issue.detail)}</li>`).join('')}</ul>` : '';
  return send(
    reply,
    page(
      title,
      `<p>${escape(detail)}</p>
${list}
<p>ブラウザーの「戻る」を押すと、書いたところに戻れます。</p>
${helpLine(desks)}`,
    ),
  );
}
