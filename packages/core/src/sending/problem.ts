/** What a receiver answers when it does not take something. It is shown to a person, so nothing in it is taken on trust. */

/** What went wrong, as the receiver tells it (RFC 9457, `application/problem+json`); strings are limited to 2,000 characters. */
export interface ProblemDetails {
  /** HTTP status of the answer itself. */
  status: number;
  /** `urn:tsunagu:problem:<code>` */
  type?: string;
  title?: string;
  detail?: string;
  requestId?: string;
}

const text = /^[^]{1,2000}$/;
const problemShape = { type: text, title: text, detail: text, requestId: text };

/** The strings that are as they should be; the rest is left out. */
export function soundStrings<Name extends string>(value: unknown, shape: Readonly<Record<Name, RegExp>>): Partial<Record<Name, string>> {
  const sound: Partial<Record<Name, string>> = {};
  for (const name in shape) {
    const found = (Object(value) as Record<string, unknown>)[name];
    if (typeof found === 'string' && shape[name].test(found)) sound[name] = found;
  }
  return sound;
}

/** What the answer says of a problem. Never throws on what JSON can hold. */
export const asProblem = (value: unknown, status: number): ProblemDetails => ({ status, ...soundStrings(value, problemShape) });
