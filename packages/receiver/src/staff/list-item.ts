import type { Consultation } from '@tsunagu/schema/consultation';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { waitingStatuses, type LiveRow } from '../store/threads.js';
import type { ListItem } from '../wire.js';

const day = 24 * 60 * 60 * 1000;
const tokyoDay = (at: Date): string => tokyoParts(at).dateKey;

/** A row as the list shows it at `at`. */
export function listItemOf(row: LiveRow, at: Date): ListItem {
  const today = tokyoDay(at);
  const days = (Date.parse(today) - Date.parse(tokyoDay(new Date(row.waiting_since)))) / day;
  const urgency = row.form === 'open' ? (JSON.parse(row.content) as Consultation).urgency : undefined;
  return {
    number: row.number,
    status: row.status,
    receivedAt: row.received_at,
    ...(row.answer_by ? { replyBy: row.answer_by } : {}),
    language: row.language,
    sealed: row.form === 'sealed',
    ...(urgency ? { urgency } : {}),
    messages: row.message_count,
    waitingDays: Math.max(0, days),
    overdue: waitingStatuses.includes(row.status) && row.answer_by !== null && row.answer_by < today,
  };
}
