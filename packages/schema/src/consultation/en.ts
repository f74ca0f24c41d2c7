/**
 * @tsunagu/schema/consultation/en: what the choices of a consultation are called in English, where form, dialog and sheet say the same. Loaded only with
 * that language; what only one of them says stands there. Terms that are met at counters have the Japanese beside them.
 */
import type { AgeBand, CallerName, CallTime, NeedId, Relation } from './choices.js';

export const callerNameWords: Readonly<Record<CallerName, string>> = {
  city: 'The city or town office (市役所・役場)',
  desk: 'The name of the desk',
  person: 'A person’s name',
  other: 'Another name',
};

export const callTimeWords: Readonly<Record<CallTime, string>> = {
  morning: 'Morning',
  noon: 'Around noon',
  afternoon: 'Afternoon',
  evening: 'Evening',
  any: 'Any time',
};

export const needWords: Readonly<Record<NeedId, string>> = {
  written: 'Communication in writing (筆談)',
  'sign-language': 'Sign language (手話)',
  interpreter: 'Interpreter (通訳)',
  wheelchair: 'Wheelchair access',
  companion: 'Someone to come along (付き添い)',
  'large-print': 'Large print',
  'read-aloud': 'Help with reading and writing (代読・代筆)',
  other: 'Something else',
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  'under-18': 'Under 18',
  '18-29': '18–29',
  '30-49': '30–49',
  '50-64': '50–64',
  '65-74': '65–74',
  '75-84': '75–84',
  '85-plus': '85 or over',
  unsure: 'Not sure',
};

export const relationWords: Readonly<Record<Relation, string>> = {
  spouse: 'Husband, wife or partner',
  child: 'Child',
  parent: 'Parent',
  grandparent: 'Grandparent',
  grandchild: 'Grandchild',
  sibling: 'Brother or sister',
  other: 'Someone else',
};
