/** What happens to sheets without a worker: a day passes, or a consent is taken back. */
import { appendReferral, nextSteps, type ReferralAction } from '@tsunagu/schema/referral';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { audit } from './audit.js';
import { lockCase } from './consents.js';
import { consentsOfCase } from './referral-consents.js';
import { publish, type News } from './referral-feed.js';
import type { CityRules } from './referral-steps.js';
import { writeEvent } from './referral-write.js';
import { readReferral, readReferrals, type StoredReferral } from './referrals.js';
import type { Store } from './store.js';
import type { InTransaction } from './tables.js';

const actor = 'clock';

interface Ticking {
  referral: StoredReferral;
  action: ReferralAction;
  rules?: CityRules;
  at: Date;
}

/** Makes a step of the clock's. Undefined when the rules do not allow it, which is also how a second receiver finds that it is done. */
async function tick(within: InTransaction, { referral, action, rules, at }: Ticking): Promise<News[] | undefined> {
  const { row, sheet, events } = referral;
  const consents = await consentsOfCase(within, row.case_id, at);
  const moment = new Date(Math.max(at.getTime(), Date.parse(events.at(-1)?.at ?? '') || 0, consents.latest));
  const given = { sheet, events, consents: consents.byRef, ...rules };
  if (action.type === 'withdraw-consent' && !nextSteps(given, { system: 'clock' }, moment).withdrawn) return undefined;
  const result = await appendReferral(given, action, { actor: { system: 'clock' }, at: moment });
  if (!result.ok) return undefined;
  const news = await writeEvent(within, { before: referral, sheet, event: result.event, packages: result.packages, consents, at, actor });
  await audit(within, { at, actor, action: 'referral', number: row.case_id, windowId: row.sender });
  return news;
}

/** Stops every sheet of the case whose holder may have nothing of it any more; in the transaction that writes the withdrawal. */
export async function stopWithdrawn(within: InTransaction, caseId: string, at: Date): Promise<void> {
  const open = await within
    .selectFrom('referrals')
    .select('id')
    .where('case_id', '=', caseId)
    .where('open', '=', 1)
    .where('seq', '>', 0)
    .execute();
  const referrals = await readReferrals(
    within,
    open.map(({ id }) => id),
  );
  const news: News[] = [];
  for (const referral of referrals.values())
    news.push(...((await tick(within, { referral, action: { type: 'withdraw-consent' }, at })) ?? []));
  await publish(within, news);
}

/** So many sheets are looked at in one round; the next round goes on. */
const batch = 500;

/**
 * Notes on every open sheet whose day is over that it is, and tells the coordinator. Returns how many steps were made. Two receivers that do it at
 * once make each step once. A sheet that cannot be read holds up no other: it is told to `trouble`.
 */
export async function markOverdue(store: Store, rules: CityRules, at: Date, trouble: (error: unknown) => void): Promise<number> {
  const late = await store.db
    .selectFrom('referrals')
    .select(['id', 'case_id'])
    .where('open', '=', 1)
    .where('draft', 'is', null)
    .where('respond_by', '<', tokyoParts(at).dateKey)
    .where(({ or, and, eb, ref }) => or([eb('noted', '=', 0), and([eb('escalated', '=', 0), eb('owner', '!=', ref('coordinator'))])]))
    .orderBy('respond_by')
    .limit(batch)
    .execute();
  let made = 0;
  for (const { id, case_id } of late) {
    for (const type of ['mark-overdue', 'escalate'] as const)
      try {
        const done = await store.db.transaction().execute(async (within) => {
          if (!(await lockCase(within, case_id))) return false;
          const referral = await readReferral(within, id);
          const news = referral && (await tick(within, { referral, action: { type }, rules, at }));
          if (news) await publish(within, news);
          return news !== undefined;
        });
        if (done) made++;
      } catch (error) {
        trouble(error);
      }
  }
  return made;
}
