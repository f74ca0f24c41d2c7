export { phoneKinds, type Fax, type LocalizedText, type Note, type Phone, type Source } from './primitives.js';
export {
  weekdays,
  type CityCalendar,
  type DayRule,
  type Hours,
  type HoursException,
  type Weekday,
  type WeeklySpan,
} from './hours.schema.js';
export {
  accessibilityIds,
  channels,
  dangers,
  fieldIds,
  operations,
  type Booking,
  type Catchment,
  type Channel,
  type CityTopic,
  type ConsultationWindow,
  type Danger,
  type EmergencyLine,
  type LegalBasis,
  type Operation,
  type Service,
} from './window.schema.js';
export { directoryShapes, schemaVersion, type Directory, type Labels, type Municipality } from './directory.schema.js';
export { programmeIds, type Programme, type ProgrammeId, type Provider } from './programme.schema.js';
export * as schemas from './schemas.js';
export { checkDirectory, checkSteps, issueLimit, type CheckResult } from './check.js';
export type { IssueCode, IssuePath, RawIssue } from '../light.js';
