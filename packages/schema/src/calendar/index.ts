/** Days, holidays and open states in Japan time. The hours parser is an entry of its own, so that a finder does not carry it. */
export { openState, type OpenState } from './open-state.js';
export { spansOn, type DayHours, type DaySpan } from './day-hours.js';
export { dayKind, holidayName } from './holidays.js';
export { weekTable, type WeekRow } from './week-table.js';
export { addBusinessDays } from './add-business-days.js';
export { isBusinessDay } from './business-days.js';
export { toInstant, tokyoDate, tokyoParts, weekdayOrder, type TokyoParts } from './tokyo.js';
