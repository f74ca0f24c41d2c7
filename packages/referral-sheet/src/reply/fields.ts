/** What a desk is asked for each step of a reply, what is missing in it, and the action it makes. No DOM. */
import {
  cancelReasons,
  farthestDay,
  outcomeIds,
  reasonIds,
  referralLimits,
  saysSomething,
  unmetOutcomes,
  type AnyReferralState,
  type ReferralAction,
} from '@tsunagu/schema/referral/light';
import { tokyoDate, tokyoParts } from '@tsunagu/schema/open-state';
import type { ReplyAction } from '../locales/messages.js';

export type FieldName =
  'to' | 'reason' | 'outcome' | 'did' | 'reached' | 'on' | 'firstContactBy' | 'respondBy' | 'text' | 'nextStep' | 'toPerson';

/** What was written and chosen for one step, as strings of fields; nothing yet where one is missing. */
export type Written = Readonly<Partial<Record<FieldName, string>>>;

/** Names in the texts of what can be wrong. */
export type Problem =
  'to' | 'reason' | 'other-text' | 'text' | 'too-long' | 'outcome' | 'on' | 'reached' | 'firstContactBy' | 'respondBy' | 'did';

export interface Field {
  name: FieldName;
  kind: 'desk' | 'choice' | 'day' | 'text';
  needed: boolean;
  /** Ids to choose from. */
  options?: readonly string[];
}

const choice = (name: FieldName, options: readonly string[]): Field => ({ name, kind: 'choice', needed: true, options });
const text = (name: FieldName, needed = false): Field => ({ name, kind: 'text', needed });
const day = (name: FieldName, needed: boolean): Field => ({ name, kind: 'day', needed });

/** The few fields of a step, in the order they are asked. */
export function fieldsOf(action: ReplyAction, state: AnyReferralState): Field[] {
  const unmet = state.known && state.business === 'accepted';
  switch (action) {
    case 'receive':
      return [];
    case 'accept':
      return [day('firstContactBy', false), text('nextStep'), text('toPerson')];
    case 'pass-on':
      return [{ name: 'to', kind: 'desk', needed: true }, choice('reason', reasonIds), text('text'), text('toPerson')];
    case 'return':
      return [choice('reason', reasonIds), text('text'), text('toPerson')];
    case 'contact':
      return [choice('reached', ['yes', 'no']), day('on', true), text('text'), text('nextStep')];
    case 'progress':
      return [text('text', true), text('nextStep')];
    case 'report':
      return [choice('outcome', unmet ? unmetOutcomes : outcomeIds), text('text'), text('toPerson')];
    case 'cancel':
      return [choice('reason', cancelReasons), text('text')];
    case 'acknowledge':
      return [choice('did', ['deleted', 'returned', 'kept-by-law']), text('text')];
    case 'extend':
      return [day('respondBy', true), text('text')];
    case 'ask-back':
    case 'answer':
    case 'resume':
    case 'reopen':
      return [text('text', true)];
    default:
      return [text('text')];
  }
}

const minutesPerDay = 1440;

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

/** The days that may be chosen: of what was done, none to come; of what is to be done, from today within a year. */
export const rangeOf = (name: FieldName, today: string): { min: string; max: string } =>
  name === 'on' ? { min: '', max: today } : { min: today, max: tokyoParts(tokyoDate(today, farthestDay * minutesPerDay)).dateKey };

function problemOf({ name, kind, needed, options }: Field, written: Written, today: string): Problem | undefined {
  const value = written[name] ?? '';
  switch (kind) {
    case 'desk':
      return value ? undefined : 'to';
    case 'choice':
      return options!.includes(value) ? undefined : (name as Problem);
    case 'day': {
      if (!value && !needed) return undefined;
      const { min, max } = rangeOf(name, today);
      return isDay(value) && value >= min && value <= max ? undefined : (name as Problem);
    }
    case 'text':
      if (value.length > referralLimits.text) return 'too-long';
      return needed && !saysSomething(value) ? 'text' : undefined;
  }
}

/** What is missing or cannot be, by field. `today`: the day in Tokyo. A no whose reason is none of the list needs words. */
export function problemsOf(fields: readonly Field[], action: ReplyAction, written: Written, today: string): [FieldName, Problem][] {
  const explains = (action === 'pass-on' || action === 'return') && written.reason === 'other';
  return fields.flatMap((field): [FieldName, Problem][] => {
    const problem = problemOf(field, written, today);
    if (problem) return [[field.name, problem]];
    return explains && field.name === 'text' && !saysSomething(written.text ?? '') ? [['text', 'other-text']] : [];
  });
}

/** The action that was written. `name` is what the chosen desk is called. Fields of other steps are not in it. */
export function actionOf(action: ReplyAction, fields: readonly Field[], written: Written, name?: string): ReferralAction {
  const said = fields.flatMap(({ name: field, kind }): [string, unknown][] => {
    const value = kind === 'text' ? written[field]?.trim() : written[field];
    if (!value) return [];
    if (field === 'to') return [['to', { agency: value, ...(name !== undefined && { name }) }]];
    return [[field, field === 'reached' ? value === 'yes' : value]];
  });
  return { type: action, ...Object.fromEntries(said) } as ReferralAction;
}
