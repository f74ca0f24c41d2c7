import type * as zod from 'zod/mini';

/** What shapes are built with: `zod/mini` itself, or anything with the part of its interface that they use (`light.ts`). */
export type Builder = Pick<
  typeof zod,
  | 'array'
  | 'boolean'
  | 'catchall'
  | 'enum'
  | 'extend'
  | 'int'
  | 'looseObject'
  | 'maxLength'
  | 'maximum'
  | 'minLength'
  | 'minimum'
  | 'number'
  | 'object'
  | 'optional'
  | 'record'
  | 'regex'
  | 'string'
  | 'union'
  | 'unknown'
>;
