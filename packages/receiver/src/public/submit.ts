/** `POST /api/consultations`: from the form element as JSON, or from a plain form on a page without script. */
import { randomUUID } from 'node:crypto';
import { consultationFromFields, parseSubmission, type SealedSubmission, type Submission } from '@tsunagu/schema/consultation';
import { tokyoParts } from '@tsunagu/schema/open-state';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { canonical } from '../canonical.js';
import type { Context } from '../context.js';
import { isForm } from '../http/bodies.js';
import type { FormEntries } from '../http/form-body.js';
import { idempotencyKey, keyPattern } from '../http/idempotency-key.js';
import { rateOf } from '../http/rates.js';
import { invalid, Problem } from '../problems.js';
import { sha256 } from '../store/secrets.js';
import { takeIn, type Taken } from '../store/submissions.js';
import { receiptPage } from './pages.js';

/** Nobody reads the first question and answers it faster. */
const leastSeconds = 2;

export const submitRoute = (app: FastifyInstance, context: Context): void =>
  void app.post(
    '/api/consultations',
    { config: { crossOrigin: true, page: true, rateLimit: rateOf(context.rates, 'submit') } },
    (request, reply) =>
      isForm(request.headers['content-type']) ? fromPlainForm(context, request, reply) : fromElement(context, request, reply),
  );

async function fromElement(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const key = idempotencyKey(request);
  const { outcome, receipt } = await accept(context, request.body, key);
  if (outcome === 'reused') throw new Problem('key-reused', { receipt });
  if (outcome === 'replayed') void reply.header('idempotency-replayed', 'true');
  return reply.code(outcome === 'stored' ? 201 : 200).send(receipt);
}

/**
 * A page made once for all visitors can only carry one key for all of them. So a plain form's key counts for its sender's address alone,
 * another body under it is simply another consultation, and nobody is ever shown what somebody else sent.
 */
async function fromPlainForm(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { entries } = (request.body ?? { entries: [] }) as { entries: FormEntries };
  const field = (name: string): string | undefined => entries.find(([own]) => own === name)?.[1];
  const website = field('website') ?? field('trap.website');
  const submission = { consultation: consultationFromFields(entries), ...(website ? { trap: { website: website.slice(0, 200) } } : {}) };
  const given = field('key');
  const key = given !== undefined && keyPattern.test(given) ? sha256('form', request.ip, given) : undefined;
  const first = await accept(context, submission, key ?? randomUUID());
  const { receipt } = first.outcome === 'reused' ? await accept(context, submission, randomUUID()) : first;
  return receiptPage(reply.code(201), receipt, context.desks);
}

async function accept({ store, desks, now }: Context, body: unknown, key: string): Promise<Taken> {
  const receivedAt = now();
  const parsed = parseSubmission(body, tokyoParts(receivedAt).dateKey);
  if (!parsed.success) throw invalid(parsed.issues);
  const submission = parsed.data;
  refuseMachines(submission);
  const { windowId, language, form, content, same } = readSubmission(submission);
  return takeIn(store, {
    key,
    bodyHash: sha256('body', canonical(same)),
    window: desks.route(windowId),
    receivedAt,
    replyBy: desks.replyBy(receivedAt),
    language,
    form,
    content,
  });
}

const isSealed = (submission: Submission): submission is SealedSubmission => 'sealed' in submission;

/** `same`: what makes two submissions one; how long the form was open does not. */
function readSubmission(submission: Submission) {
  if (isSealed(submission)) {
    const { sealed, windowId, language = 'ja' } = submission;
    return { windowId, language, form: 'sealed', content: sealed, same: [sealed, windowId, language] } as const;
  }
  const { consultation } = submission;
  const { window, language } = consultation;
  return { windowId: window?.id, language, form: 'open', content: JSON.stringify(consultation), same: consultation } as const;
}

function refuseMachines({ trap }: Submission): void {
  if (trap?.website) throw new Problem('looks-automated');
  if (trap?.seconds !== undefined && trap.seconds < leastSeconds)
    throw new Problem('too-soon', { retryAfter: leastSeconds - trap.seconds });
}
