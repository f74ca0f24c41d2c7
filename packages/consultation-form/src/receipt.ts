/** What a receiver answers with. It is shown to a person and kept by them, so nothing in it is taken on trust. */
import type { Message, Receipt, Thread } from '@tsunagu/schema/consultation';

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

const code = (groups: number): RegExp => RegExp(`^([0-9A-HJKMNP-TV-Z]{4}(-\\b|$)){${groups}}$`);
const text = /^[^]{1,2000}$/;

const receiptShape = {
  number: code(2),
  secret: code(4),
  receivedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/,
  replyBy: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};
const deskShape = { id: /^[a-z0-9][a-z0-9._-]{0,63}$/, name: /^[^]{1,300}$/ };
const problemShape = { type: text, title: text, detail: text, requestId: text };

/** The strings that are as they should be; the rest is left out. */
function pick<Name extends string>(value: unknown, shape: Readonly<Record<Name, RegExp>>): Partial<Record<Name, string>> {
  const sound: Partial<Record<Name, string>> = {};
  for (const name in shape) {
    const found = (Object(value) as Record<string, unknown>)[name];
    if (typeof found === 'string' && shape[name].test(found)) sound[name] = found;
  }
  return sound;
}

/**
 * The receipt in a response, with the members that are known and sound; undefined when it is none. Number, secret and the time of arrival make
 * a receipt: what else is broken is left out, since the words did arrive. Never throws on what JSON can hold.
 */
export function asReceipt(value: unknown): Receipt | undefined {
  const { number, secret, receivedAt, replyBy } = pick(value, receiptShape);
  if (!number || !secret || !receivedAt) return undefined;
  const { id, name } = pick((value as { window?: unknown }).window, deskShape);
  return { number, secret, receivedAt, ...(replyBy && { replyBy }), ...(id && { window: { id, ...(name && { name }) } }) };
}

/** The thread in a response: what was said, in order, and where it stands; undefined when it is none. Never throws on what JSON can hold. */
export function asThread(value: unknown): Thread | undefined {
  const { number, status } = pick(value, { number: receiptShape.number, status: text });
  const { messages } = Object(value) as { messages?: unknown };
  if (!number || !status || !Array.isArray(messages)) return undefined;
  const said = messages.filter((each) => {
    const { from, text: words } = pick(each, { from: /^(desk|person)$/, text: /[^]/ });
    return from && words;
  });
  return { ...(value as Thread), messages: said as Message[] };
}

/** What the answer says of a problem. Never throws on what JSON can hold. */
export const asProblem = (value: unknown, status: number): ProblemDetails => ({ status, ...pick(value, problemShape) });
