/** What holds for every route of a desk, said once: its token, its 404, and what its body and key can be refused for. */
import type { Operation } from './operations.js';
import { body, keyed } from './refusals.js';

interface DeskOperation extends Omit<Operation, 'tag' | 'answers' | 'problems'> {
  /** What is answered; absent: a stream. */
  answer?: Operation['answers'][200];
  /** 201 when it was stored by this request, 200 when it was there. */
  stores?: true;
  /** Beside those that every such route has. */
  problems?: Operation['problems'];
}

export const ofDesk = ({ answer, stores, problems = [], ...operation }: DeskOperation): Operation => ({
  ...operation,
  tag: 'staff',
  answers: answer === undefined ? {} : { 200: answer, ...(stores && { 201: answer }) },
  problems: [
    ...(operation.body ? body : []),
    ...(operation.idempotent ? keyed : []),
    ...problems,
    'unauthorised',
    // Another desk's is the same as one that never was.
    ...(operation.path.includes('{') ? (['not-found'] as const) : []),
    'unavailable',
  ],
});
