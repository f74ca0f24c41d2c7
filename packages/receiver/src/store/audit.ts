import { randomUUID } from 'node:crypto';
import type { AuditAction, Database, InTransaction } from './tables.js';

export interface AuditEntry {
  at: Date;
  actor: string;
  action: AuditAction;
  number?: string;
  windowId?: string;
}

/** Writes down who did what; in the transaction of the deed, so that neither stands without the other. */
export async function audit(db: Database | InTransaction, { at, actor, action, number, windowId }: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({ id: randomUUID(), at: at.toISOString(), actor, action, number: number ?? null, window_id: windowId ?? null })
    .execute();
}
