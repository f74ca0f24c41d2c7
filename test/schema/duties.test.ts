import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dangers } from '@tsunagu/schema/directory';
import { duties, dutiesFor, dutyIds, dutyWords } from '@tsunagu/schema/meeting';
import { dutyWords as easy } from '@tsunagu/schema/meeting/easy';
import { dutyWords as en } from '@tsunagu/schema/meeting/en';

describe('duties by law to tell (通告・通報)', () => {
  it('are called for by dangers and worries of abuse and violence, and by no other', () => {
    assert.deepEqual(
      dangers.filter((danger) => dutiesFor([danger]).length),
      dangers.filter((danger) => ['violence', 'child-abuse', 'elder-abuse'].includes(danger)),
    );
    assert.deepEqual(
      dutiesFor(['elder-abuse', 'child-abuse', 'elder-abuse', 'constructor']).map(({ id }) => id),
      ['child-abuse', 'elder-abuse'],
    );
    assert.deepEqual(
      dutiesFor([], ['dv-abuse/elder', 'care', 'toString']).map(({ id }) => id),
      ['elder-abuse'],
    );
    assert.deepEqual(dutiesFor([]), []);
  });

  it('name their law and article in every language, once each', () => {
    assert.deepEqual(
      duties.map(({ id }) => id),
      [...dutyIds],
    );
    for (const { id, label, says, law, article, source } of duties) {
      assert.match(label, new RegExp(`^[^（]+法第${article}条$`));
      assert.match(says, /に気づいた人は、.+。$/);
      assert.ok(!source.includes(label) && source.includes(law.slice(0, 4)), 'a source is more than the article itself');
      assert.equal(dutyWords[id], `${label}：${says}`);
      assert.match(easy[id], new RegExp(`法《[ぁ-ん]+》 ${article}条《じょう》）$`));
      assert.match(en[id], new RegExp(`, art\\. ${article}\\)$`));
    }
  });

  it('leave a violent home to the person where medical staff hear of it: no duty overrides their will there', () => {
    const partner = duties.find(({ id }) => id === 'partner-violence')!;
    assert.match(partner.says, /努めます。医療関係者は.+本人の意思を尊重/);
    assert.match(easy['partner-violence'], /できるだけ/);
    assert.match(en['partner-violence'], /as far as possible/);
  });
});
