/** Where a record that was given stands, and whether it is whole. Fetched once there is a record. No DOM. */
import { consentState, mayAsk, verifyChain, type ConsentEvent, type ConsentState } from '@tsunagu/schema/consent';

export { mayAsk };

/** The state of a record, or for the host why nothing follows from it. */
export async function judge(record: readonly ConsentEvent[], at: Date): Promise<ConsentState | string> {
  const verdict = await verifyChain(record).catch(() => undefined);
  const message = 'The record cannot be read.';
  if (!verdict?.ok) return verdict?.faults.map((fault) => fault.message).join(' ') ?? message;
  const state = consentState(record, at);
  return state.status === 'unknown' ? message : state;
}
