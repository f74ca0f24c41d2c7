import type { CityCalendar, Danger, Directory, EmergencyLine, Service } from '@tsunagu/schema/directory';
import { urgentLines } from '@tsunagu/schema/lines/urgent';
import { openState, type OpenState } from '@tsunagu/schema/open-state';
import type { FoundService } from './types.js';

type Answering = Service | EmergencyLine;

/**
 * The open state of a service or line. A day on which the city closes its desks is not one on which a chat or a national line closes,
 * unless the closure names it.
 */
export const serviceState = (service: Answering, at: Date, calendar: CityCalendar | undefined): OpenState =>
  openState(service, at, calendar && { ...calendar, closures: calendar.closures?.filter((closure) => closure.windows) });

const linesOf = (directory: Directory): readonly EmergencyLine[] => directory.emergencyLines ?? urgentLines;

const found = (services: readonly Answering[], at: Date, calendar: CityCalendar | undefined): FoundService[] =>
  services.map((service) => ({ service, open: serviceState(service, at, calendar) }));

/** Lines for these dangers in the order given; those known to be closed at `at` last. */
export function emergencyFor(dangers: readonly Danger[], directory: Directory, at: Date): FoundService[] {
  if (!dangers.length) return [];
  const lines = found(
    linesOf(directory).filter((line) => line.dangers.some((danger) => dangers.includes(danger))),
    at,
    directory.calendar,
  );
  return [...lines.filter((line) => line.open.state !== 'closed'), ...lines.filter((line) => line.open.state === 'closed')];
}

/** Lines that listen to any worry, unlike 110 and 119. */
const listens = (line: EmergencyLine): boolean =>
  line.dangers.includes('suicide') && !line.dangers.includes('fire-medical') && !line.dangers.includes('child-abuse');

/** The city's services for closed hours; when none of them answers now, also the listening lines that do: the city's own, else the national. */
export function servicesFor(directory: Directory, at: Date): FoundService[] {
  const own = found(directory.afterHours ?? [], at, directory.calendar);
  const answering = (services: readonly FoundService[]): FoundService[] => services.filter((service) => service.open.state === 'open');
  if (answering(own).length) return own;
  for (const lines of [linesOf(directory), urgentLines]) {
    const more = answering(found(lines.filter(listens), at, directory.calendar));
    if (more.length) return [...own, ...more];
  }
  return own;
}
