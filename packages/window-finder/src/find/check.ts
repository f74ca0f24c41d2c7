import type { ConsultationWindow, Directory, EmergencyLine, Service } from '@tsunagu/schema/directory';
import { openState, tokyoDate } from '@tsunagu/schema/open-state';
import { topics as nationalTopics } from '@tsunagu/schema/vocabulary';
import { createFinder } from './index.js';

/** Why a worry could end without a next step. */
export interface DeadEnd {
  /**
   * `no-catch-all`: nobody is named who takes every worry, or the one named does not;
   * `nobody-answers`: at this time neither a desk, nor a service, nor a line that can be reached is open.
   */
  kind: 'no-catch-all' | 'nobody-answers';
  topic?: string;
  catchment?: string;
  /** Desk or id that is wrong, for `no-catch-all`. */
  window?: string;
  /** Asia/Tokyo, `YYYY-MM-DDTHH:MM`, `to` exclusive, for `nobody-answers`. */
  from?: string;
  to?: string;
}

/**
 * A time in which no desk that can be reached (phone, FAX, e-mail, address, page) is certainly open, and only a service for closed hours
 * or a national line answers. Asia/Tokyo; `to` is exclusive. Where no desk has hours or a phone, that is the whole week.
 */
export interface LastResort {
  topic: string;
  catchment: string | undefined;
  from: string;
  to: string;
}

export interface NoDeadEndReport {
  ok: boolean;
  /** Worry × catchment × half-hour. */
  checked: number;
  deadEnds: DeadEnd[];
  lastResortOnly: LastResort[];
  /** For city staff: Japanese, then English. */
  message: string;
}

export interface CheckOptions {
  /** Mondays (`YYYY-MM-DD`) of the weeks walked through. Default: a plain week, one of public holidays, one of the turn of the year. */
  weeks?: readonly string[];
}

const defaultWeeks = ['2026-06-08', '2026-05-04', '2026-12-28'];
const halfHours = 48;

type Answerer = ConsultationWindow | Service | EmergencyLine;

const reachable = (window: Answerer & { fax?: unknown; email?: unknown; address?: unknown }): boolean =>
  Boolean(window.phones?.length || window.url || window.fax || window.email || window.address);

/**
 * Walks every worry × catchment (and none) × half-hour, and proves that a next step exists: a desk to reach, and at closed hours somebody
 * who answers. Half-hours are taken at their beginning. Never throws on a valid directory.
 */
export function checkNoDeadEnd(directory: Directory, options: CheckOptions = {}): NoDeadEndReport {
  const slots = (options.weeks ?? defaultWeeks).flatMap(weekSlots);
  const finder = createFinder(directory, { now: () => slots[0]!.at });
  const open = openTimes(directory, slots);
  const deadEnds: DeadEnd[] = catchAllFaults(directory);
  const lastResortOnly: LastResort[] = [];
  // Desks are the same at every hour, and so is who answers: find once for each worry and place.
  const topics = [...new Set([...nationalTopics.map((topic) => topic.id), ...(directory.topics ?? []).map((topic) => topic.id)])];
  const places = [undefined, ...(directory.catchments ?? []).map((catchment) => catchment.id)];
  for (const topic of topics) {
    for (const catchment of places) {
      const { windows, fallback } = finder.find({ topics: [topic], ...(catchment && { area: catchment }), limit: Infinity });
      const desks = [...windows, ...fallback.windows].map((found) => found.window).filter(reachable);
      const times = slots.map((_, slot) => (desks.some((desk) => open(desk)[slot]) ? 'desk' : open.last[slot] ? 'last' : 'none'));
      for (const { value, from, to } of runs(times, slots)) {
        if (value === 'last') lastResortOnly.push({ topic, catchment, from, to });
        if (value === 'none') deadEnds.push({ kind: 'nobody-answers', topic, ...(catchment && { catchment }), from, to });
      }
    }
  }
  const ok = deadEnds.length === 0;
  const checked = topics.length * places.length * slots.length;
  return { ok, checked, deadEnds, lastResortOnly, message: ok ? passed(checked, lastResortOnly) : failed(deadEnds) };
}

interface Slot {
  at: Date;
  key: string;
  end: string;
}

function weekSlots(monday: string): Slot[] {
  const stamp = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
  return Array.from({ length: 7 * halfHours }, (_, slot) => {
    const at = new Date(tokyoDate(monday, 0).getTime() + slot * 1_800_000);
    return { at, key: stamp(at), end: stamp(new Date(at.getTime() + 1_800_000)) };
  });
}

interface OpenTimes {
  (desk: ConsultationWindow): readonly boolean[];
  /** Whether a service for closed hours or a line answers. */
  last: readonly boolean[];
}

/** Open states at every slot, each reckoned once. */
function openTimes(directory: Directory, slots: readonly Slot[]): OpenTimes {
  const known = new Map<Answerer, boolean[]>();
  const timesOf = (who: Answerer): boolean[] => {
    let times = known.get(who);
    if (!times) known.set(who, (times = slots.map(({ at }) => openState(who, at, directory.calendar).state === 'open')));
    return times;
  };
  // What a finder offers at closed hours depends on the hour alone.
  const finder = createFinder(directory);
  const last = slots.map(({ at }) =>
    finder.find({ at, limit: 0 }).fallback.services.some(({ service, open }) => open.state === 'open' && reachable(service)),
  );
  return Object.assign(timesOf, { last });
}

function catchAllFaults({ catchAll, windows }: Directory): DeadEnd[] {
  const takingAll = new Set(windows.filter((window) => window.acceptsAll).map((window) => window.id));
  if (catchAll?.length) return catchAll.filter((id) => !takingAll.has(id)).map((window) => ({ kind: 'no-catch-all', window }));
  return takingAll.size ? [] : [{ kind: 'no-catch-all' }];
}

/** Stretches of one value; a stretch ends with its week. */
function* runs<T>(values: readonly T[], slots: readonly Slot[]): Generator<{ value: T; from: string; to: string }> {
  let start = 0;
  for (let at = 1; at <= values.length; at++) {
    if (at < values.length && values[at] === values[start] && slots[at - 1]!.end === slots[at]!.key) continue;
    yield { value: values[start]!, from: slots[start]!.key, to: slots[at - 1]!.end };
    start = at;
  }
}

const passed = (checked: number, last: readonly LastResort[]): string => {
  return (
    `行き止まりはありません（悩み×担当地域×30分ごと、${checked}とおりを確かめました）。` +
    (last.length ? `窓口が閉まっていて、時間外のサービスや全国の相談先だけが答える時間帯が${last.length}あります。` : '') +
    ` / No dead end in ${checked} combinations of worry, catchment and half-hour; ${last.length} stretches in which only the last resort answers.`
  );
};

const sentences: Record<DeadEnd['kind'], (end: DeadEnd) => [string, string]> = {
  'no-catch-all': ({ window }) =>
    window
      ? [
          `総合窓口（catchAll）に書かれた「${window}」が、窓口の一覧にないか、どんな相談も受ける窓口（acceptsAll）になっていません。`,
          `The catch-all desk "${window}" is not among the windows or does not accept all worries.`,
        ]
      : [
          'どんな相談も受ける窓口（acceptsAll: true）が1つもありません。どこにも当てはまらない人の行き先がなくなります。',
          'No window accepts all worries (acceptsAll: true): whoever fits nowhere has nowhere to go.',
        ],
  'nobody-answers': ({ topic, catchment, from, to }) => [
    `悩み「${topic}」${catchment ? `（担当地域 ${catchment}）` : ''}は、${from}から${to}まで、窓口も時間外の相談先も答えられません。`,
    `Worry "${topic}"${catchment ? ` in catchment ${catchment}` : ''}: from ${from} to ${to} no desk, service or line answers.`,
  ],
};

function failed(deadEnds: readonly DeadEnd[]): string {
  const shown = deadEnds.slice(0, 5).map((end) => sentences[end.kind](end));
  const more = deadEnds.length - shown.length;
  return (
    `行き止まりが${deadEnds.length}か所あります。${shown.map(([ja]) => ja).join('')}${more > 0 ? `ほか${more}か所。` : ''}` +
    ` / ${deadEnds.length} dead end(s). ${shown.map(([, en]) => en).join(' ')}${more > 0 ? ` And ${more} more.` : ''}`
  );
}
