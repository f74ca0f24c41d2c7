/** Whether the consent on which a sheet rests is still there. */
import type { ReferralCase } from './advance.js';
import { packageFor } from './package.js';
import type { Position } from './position.js';

/** Has the person (not time) taken back what the desk that has the sheet was told? */
export function isWithdrawn({ sheet, consents }: Pick<ReferralCase, 'sheet' | 'consents'>, position: Position, at: Date | string): boolean {
  if (sheet.basis.kind !== 'consent' || position.transport === 'draft' || position.holder === undefined) return false;
  const { items, stays } = packageFor(sheet, position.holder, consents, at);
  return !items.length && stays.some(({ ref, reason }) => ref === undefined && (reason === 'withdrawn' || reason === 'invalidated'));
}
