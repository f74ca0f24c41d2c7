import type { CityCalendar, Danger, Directory, EmergencyLine, Service } from '@tsunagu/schema/directory';
import { urgentLines } from '@tsunagu/schema/lines/urgent';
import { openState, type OpenState } from '@tsunagu/schema/open-state';
import { listenersFirst } from '@tsunagu/schema/vocabulary';
import type { FoundService } from './types.js';

type Answering = Service | EmergencyLine;

/**
 * The open state of a service or line. A day on which the city closes its desks is not one on which a chat or a national line closes,
 * unless the closure names it.
 */
export const serviceState = (service: Answering, at: Date, calendar: CityCalendar | undefined): OpenState =>
  openState(service, at, calendar && { ...calendar, closures: calendar.closures?.filter((closure) => closure.windows) });

/**
 * Who answers when desks do not: `emergency` the lines for these dangers, those that are closed last, and the police after those that listen when
 * `calm`; `services` for closed hours.
 */
export function whoAnswers(
  { afterHours = [], emergencyLines: own, calendar }: Directory,
  dangers: readonly Danger[],
  at: Date,
  calm: boolean,
): { emergency: FoundService[]; services: FoundService[] } {
  const lines: readonly EmergencyLine[] = own ?? urgentLines;
  const found = (services: readonly Answering[]): FoundService[] =>
    services.map((service) => ({ service, open: serviceState(service, at, calendar) }));
  // An address that is only printed, not a link, does not help at night.
  const answering = (services: FoundService[]): FoundService[] =>
    services.filter(({ service, open }) => open.state === 'open' && (service.phones ?? service.url));
  const isClosed = ({ open }: FoundService): number => Number(open.state === 'closed');
  const fitting = lines.filter((line) => line.dangers.some((danger) => dangers.includes(danger)));
  const emergency = found(calm ? listenersFirst(fitting) : fitting);
  const services = found(afterHours);
  // When none of the city's services answers, the lines that listen to any worry (unlike 110 and 119) do: its own, else the national ones.
  for (const some of [lines, urgentLines]) {
    if (answering(services).length) break;
    const listening = some.filter(
      (line) =>
        !afterHours.some(({ name }) => name === line.name) &&
        line.dangers.includes('suicide') &&
        !line.dangers.includes('fire-medical') &&
        !line.dangers.includes('child-abuse'),
    );
    services.push(...answering(found(listening)));
  }
  return { emergency: emergency.sort((a, b) => isClosed(a) - isClosed(b)), services };
}
