/** Something that can be seen: not only blanks and characters without a shape. */
export const seen = /[^\s\p{Cc}\p{Cf}\u2800\u3164]/u;

/** Do these words say anything? */
export const saysSomething = (text: string): boolean => seen.test(text);
