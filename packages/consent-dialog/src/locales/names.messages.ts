import type {
  ConsentStatus,
  Decision,
  Ending,
  Expresser,
  Flaw,
  ItemId,
  Method,
  PurposeId,
  ShareReason,
  WithdrawalWay,
} from '@tsunagu/schema/consent';

/** The names that an explanation is written with. */
export interface AskNameMessages {
  /** What for, as the end of 「…ため」. `plan-meeting` takes the city's own word for the meeting. */
  purpose: Record<Exclude<PurposeId, 'plan-meeting'>, string> & { 'plan-meeting': (meeting: string) => string };
  /** Stand in lists with commas between them, so that none has one of its own. */
  item: Record<ItemId, string>;
  way: Record<WithdrawalWay, string>;
  /** 重層的支援会議 and 支援会議, where the city has no word of its own. */
  planMeeting: string;
  supportMeeting: string;
}

/** What the ids of a consent are called for the person it is about. Readings in Aozora notation. */
export interface NameMessages extends AskNameMessages {
  /** A purpose in a few words, for a heading or a cell. */
  purposeShort: Record<PurposeId, string>;
  expresser: Record<Expresser, string>;
  method: Record<Method, string>;
  decision: Record<Decision, string>;
  /** Where the whole consent stands. */
  status: Record<ConsentStatus, string>;
  /** Where one cell (this matter, to this agency) stands. */
  reason: Record<ShareReason, string>;
  ending: Record<Ending, string>;
  flaw: Record<Flaw, string>;
}
