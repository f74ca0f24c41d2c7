import type { Language } from '../locale/lang.js';

/** A moment in Asia/Tokyo, cut into the parts a sentence needs. `weekday` 0 = Monday. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

/** What every element says alike. Readings in Aozora notation. */
export type CommonMessages = LanguageMessages & OpenMessages;

export interface LanguageMessages {
  languageLabel: string;
  languageNames: Record<Language, string>;
  furigana: string;
}

/** A desk's hours. */
export interface OpenMessages {
  open: (until: string, later: boolean) => string;
  openAllDay: (later: boolean) => string;
  closingSoon: (until: string, later: boolean) => string;
  /** `when` is empty when the next opening is not known. */
  closed: (kind: 'before' | 'after' | 'day-off' | 'holiday' | 'year-end' | 'closure', when: string, later: boolean) => string;
  opensToday: (time: string) => string;
  opensOn: (day: DayParts, time: string) => string;
  /** `until` may be empty. */
  byAppointment: (until: string) => string;
  /** Added to a closed state when those who booked are received before the next opening. */
  bookedEarlier: string;
  /** `name` may be empty. */
  unknownHoliday: (name: string) => string;
  unknownYearEnd: string;
  unknownHours: string;
  notUnderstood: string;
}
