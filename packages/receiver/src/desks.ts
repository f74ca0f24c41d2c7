/** The desks of a directory, as the receiver needs them: who a consultation goes to, and by when it is answered. */
import { replyBy } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';

export interface DeskName {
  id: string;
  name: string;
}

export interface Desks {
  /** The desk of that id, or the coordinator; undefined when there is none. */
  find(id: string): DeskName | undefined;
  /** Where a consultation goes: the desk that was named, else the one that takes everything. Nobody is turned away. */
  route(id: string | undefined): DeskName;
  /** `YYYY-MM-DD` in Asia/Tokyo; undefined when the city's calendar promises no day. */
  replyBy(receivedAt: Date): string | undefined;
  city: string;
  /** Whoever coordinates: a desk of its own, or one of the directory's. */
  coordinator: DeskName;
  /** Ids of all the desks there are, the coordinator's among them. */
  ids: readonly string[];
  /** The city's main telephone, for pages that must end in a way to reach somebody. */
  phone?: string;
}

/** The longest name that a receipt carries. */
const longestName = 300;

/** Whoever coordinates, where the city names no desk for it: not a window for residents, so not in the directory. */
export const defaultCoordinator = 'coordinator';

/**
 * @param businessDays within how many business days of the city an answer is promised.
 * @param coordinator id of the desk that coordinates; it need not be a window of the directory.
 */
export function desksOf(directory: Directory, businessDays: number, coordinator: string = defaultCoordinator): Desks {
  const names = new Map(
    directory.windows.map(({ id, name }): [string, DeskName] => [id, { id, name: localize(name).slice(0, longestName) }]),
  );
  const accepting = directory.windows.filter(({ acceptsAll }) => acceptsAll);
  const general = accepting.find(({ field }) => field === 'general') ?? accepting[0] ?? directory.windows[0]!;
  const catchAll = names.get(directory.catchAll?.[0] ?? general.id) ?? names.get(general.id)!;
  const { coordinator: role } = directory.labels?.roles ?? {};
  const coordinating = names.get(coordinator) ?? {
    id: coordinator,
    name: role === undefined ? '調整担当' : localize(role).slice(0, longestName),
  };
  const phone = directory.municipality.mainContact?.phones?.[0]?.number;
  return {
    find: (id) => names.get(id) ?? (id === coordinator ? coordinating : undefined),
    route: (id) => names.get(id ?? '') ?? catchAll,
    replyBy: (receivedAt) => replyBy(receivedAt, directory.calendar, businessDays),
    coordinator: coordinating,
    ids: [...new Set([...names.keys(), coordinator])],
    city: localize(directory.municipality.name),
    ...(phone ? { phone } : {}),
  };
}
