/** Ids of the sixteen worries of the national standard sheet (相談受付・申込票). */
export type NationalTopicId =
  | 'illness-disability'
  | 'housing'
  | 'income'
  | 'rent-loan'
  | 'tax-utilities'
  | 'debt'
  | 'job-search'
  | 'work-trouble'
  | 'community-relations'
  | 'family-relations'
  | 'child-rearing'
  | 'care'
  | 'hikikomori-truancy'
  | 'dv-abuse'
  | 'no-food'
  | 'other';

/** Ids of the finer worries under them. */
export type FinerTopicId =
  | `illness-disability/${'general-health' | 'maternal' | 'physical' | 'intellectual' | 'mental' | 'developmental' | 'welfare-service' | 'addiction'}`
  | 'housing/rubbish'
  | `income/${'public-assistance' | 'pension'}`
  | 'job-search/disability-work'
  | 'community-relations/activity'
  | `family-relations/${'divorce' | 'young-carer'}`
  | `child-rearing/${'childcare-place' | 'school' | 'allowance'}`
  | `care/${'dementia' | 'service' | 'prevention'}`
  | `hikikomori-truancy/${'truancy' | 'hikikomori' | 'youth'}`
  | `dv-abuse/${'partner' | 'child' | 'elder' | 'disabled'}`
  | `other/${'rights' | 'consumer' | 'foreign' | 'lonely' | 'gender' | 'legal' | 'lifelong-learning' | 'disaster' | 'help-to-act'}`;

export type TopicId = NationalTopicId | FinerTopicId;

/** A worry in another language; a missing id is a type error. `words`: one cue each, in the notation of `core.ts`. */
export type TopicTexts = Readonly<Record<TopicId, { label: string; short: string; words?: readonly string[] }>>;
