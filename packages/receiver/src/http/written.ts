import type { FastifyReply } from 'fastify';
import { invalid, Problem } from '../problems.js';
import type { Written } from '../store/threads.js';

/** Sets what the answer to a new message says of it. @throws Problem when it was not written. */
export function tellWritten(reply: FastifyReply, written: Written): void {
  switch (written) {
    case 'stored':
      void reply.code(201);
      return;
    case 'replayed':
      void reply.code(200).header('idempotency-replayed', 'true');
      return;
    case 'reused':
      throw new Problem('key-reused');
    case 'gone':
      throw new Problem('not-found');
    case 'full':
      throw invalid([
        {
          pointer: '#/text',
          code: 'too-long',
          message: 'この相談のやりとりは、たいへん長くなりました。続きは、お電話か新しい相談でお知らせください。',
        },
      ]);
  }
}
