/** Our ids as concepts of the Data Privacy Vocabulary 2.3 (W3C DPVCG): https://w3id.org/dpv. */
import type { ConsentEventType, ConsentStatus, Expresser } from '../choices.js';

/** Prefixes of the document. */
export const dpvContext = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The nearest broader concept of an item; what has none is a `dpv:PersonalData` with its description alone. */
export const itemConcepts: Readonly<Record<string, string>> = {
  name: 'pd:Name',
  birth: 'pd:BirthDate',
  sex: 'pd:Gender',
  address: 'pd:PhysicalAddress',
  contact: 'pd:Contact',
  'safe-contact': 'pd:PrivacyPreference',
  about: 'pd:Relationship',
  'own-words': 'pd:Communication',
  wishes: 'pd:Preference',
  household: 'pd:Household',
  health: 'pd:Health',
  care: 'pd:Health',
  housing: 'pd:Domicile',
  income: 'pd:Income',
  debt: 'pd:FinancialStatus',
  work: 'pd:Job',
  children: 'pd:Family',
  isolation: 'pd:Social',
  violence: 'pd:Vulnerability',
  needs: 'pd:Vulnerability',
  assessment: 'pd:Opinion',
  history: 'pd:LifeHistory',
};

/** Items whose disclosure can do harm. What a law calls sensitive is each law's; this is ours. */
export const sensitiveItems: readonly string[] = ['health', 'care', 'violence', 'debt', 'income', 'needs', 'own-words'];

export const purposeWords: Readonly<Record<string, string>> = {
  referral: '別の窓口につなぎ、続けて相談を受けるため',
  'plan-meeting': '重層的支援会議で支援プランを話し合うため',
  participation: '参加支援（本人に合う場や役割とのつながり）のため',
  outreach: 'アウトリーチ等を通じた継続的な支援のため',
  'follow-up': 'その後の様子を確かめるため',
};

/** Events as states of 27560. What was narrowed stays given; `partly-given` has no word of its own. */
export const eventStates: Readonly<Record<ConsentEventType, string>> = {
  requested: 'dpv:ConsentRequested',
  given: 'dpv:ConsentGiven',
  'partly-given': 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  deferred: 'dpv:ConsentRequestDeferred',
  renewed: 'dpv:RenewedConsentGiven',
  narrowed: 'dpv:ConsentGiven',
  withdrawn: 'dpv:ConsentWithdrawn',
  // The vocabulary has no ConsentTerminated: ended by somebody else than the person is ConsentRevoked.
  terminated: 'dpv:ConsentRevoked',
  invalidated: 'dpv:ConsentInvalidated',
};

/** Where the whole record stands. */
export const statusStates: Readonly<Record<ConsentStatus, string>> = {
  ...eventStates,
  none: 'dpv:ConsentUnknown',
  expired: 'dpv:ConsentExpired',
  unknown: 'dpv:ConsentUnknown',
};

/** Who expressed it. */
export const expresserConcepts: Readonly<Record<Expresser, string>> = {
  self: 'dpv:DataSubject',
  supported: 'dpv:DataSubject',
  parent: 'dpv:ParentOfDataSubject',
  'minor-guardian': 'dpv:GuardianOfDataSubject',
  'adult-guardian': 'dpv:GuardianOfDataSubject',
  curator: 'dpv:Representative',
  assistant: 'dpv:Representative',
  'voluntary-guardian': 'dpv:Representative',
};
