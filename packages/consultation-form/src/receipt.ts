/** What a receiver answers with. It is shown to a person and kept by them, so nothing in it is taken on trust. */
import { soundStrings } from '@tsunagu/core';
import type { Message, Receipt, Thread } from '@tsunagu/schema/consultation';

export { asProblem, type ProblemDetails } from '@tsunagu/core';

const code = (groups: number): RegExp => RegExp(`^([0-9A-HJKMNP-TV-Z]{4}(-\\b|$)){${groups}}$`);
const text = /^[^]{1,2000}$/;

const receiptShape = {
  number: code(2),
  secret: code(4),
  receivedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/,
  replyBy: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};
const deskShape = { id: /^[a-z0-9][a-z0-9._-]{0,63}$/, name: /^[^]{1,300}$/ };

/**
 * The receipt in a response, with the members that are known and sound; undefined when it is none. Number, secret and the time of arrival make
 * a receipt: what else is broken is left out, since the words did arrive. Never throws on what JSON can hold.
 */
export function asReceipt(value: unknown): Receipt | undefined {
  const { number, secret, receivedAt, replyBy } = soundStrings(value, receiptShape);
  if (!number || !secret || !receivedAt) return undefined;
  const { id, name } = soundStrings((value as { window?: unknown }).window, deskShape);
  return { number, secret, receivedAt, ...(replyBy && { replyBy }), ...(id && { window: { id, ...(name && { name }) } }) };
}

/** The thread in a response: what was said, in order, and where it stands; undefined when it is none. Never throws on what JSON can hold. */
export function asThread(value: unknown): Thread | undefined {
  const { number, status } = soundStrings(value, { number: receiptShape.number, status: text });
  const { messages } = Object(value) as { messages?: unknown };
  if (!number || !status || !Array.isArray(messages)) return undefined;
  const said = messages.filter((each) => {
    const { from, text: words } = soundStrings(each, { from: /^(desk|person)$/, text: /[^]/ });
    return from && words;
  });
  return { ...(value as Thread), messages: said as Message[] };
}
