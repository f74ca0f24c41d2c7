import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consentState, consentStatuses, verifyChain } from '@tsunagu/schema/consent';
import { now, recordIn, type RecordState } from '../../stories/consent-dialog/records.js';

describe('the records of the stories', () => {
  for (const state of consentStatuses)
    it(`${state}: stand there on the stories’ day`, async () => {
      const events = await recordIn(state satisfies RecordState);
      assert.equal(consentState(events, now).status, state);
      assert.equal((await verifyChain(events)).ok, state !== 'unknown');
      assert.deepEqual(await recordIn(state), events, 'the same every time');
    });
});
