import type { Catchment, Channel, ConsultationWindow, Danger, Directory, EmergencyLine, Service } from '@tsunagu/schema/directory';
import type { OpenState } from '@tsunagu/schema/open-state';

/** What a resident asks for. Everything is optional; nothing at all asks for every desk. */
export interface FindQuery {
  /** The worry in the resident's own words, a desk's name, a 町名, a postal code or a phone number. */
  text?: string;
  /** Ids of worries picked from a list. */
  topics?: readonly string[];
  /** 町名, postal code or catchment id. */
  area?: string;
  /** The moment asked about; a string without an offset is Asia/Tokyo. Default: now. */
  at?: Date | string;
  /** Only desks that are certainly open at `at`. */
  openNow?: boolean;
  /** Only desks that are known to offer one of these. */
  channels?: readonly Channel[];
  /** Desks in `windows` at most; default 50. */
  limit?: number;
}

/** Why a desk is in the list. */
export type Reason =
  | { kind: 'area'; catchment: Catchment; matched: string }
  | { kind: 'topic'; topic: string; words: string[] }
  | { kind: 'name'; matched: string }
  | { kind: 'phone'; matched: string }
  | { kind: 'accepts-all' };

export interface FoundWindow {
  window: ConsultationWindow;
  reasons: Reason[];
  open: OpenState;
}

export interface FoundService {
  service: Service | EmergencyLine;
  open: OpenState;
}

export interface FindResult {
  /** Lines for the danger that the words speak of; those that answer at `at` first. */
  emergency: FoundService[];
  /** Best first, at most `limit`. */
  windows: FoundWindow[];
  /** All that match, also beyond `limit`. */
  total: number;
  /** False: nothing in the query was understood, and `windows` are the catch-all desks. */
  matched: boolean;
  understood: { topics: { id: string; words: string[] }[]; areas: string[]; dangers: Danger[] };
  /** Always there, whatever was asked: who takes every worry, and who answers when desks are closed. */
  fallback: { windows: FoundWindow[]; services: FoundService[] };
}

/** Words in another language for the worries, by topic id (`@tsunagu/schema/vocabulary/en`). */
export type Vocabulary = Readonly<Record<string, { words?: readonly string[] }>>;

export interface FinderOptions {
  vocabularies?: readonly Vocabulary[];
  /** Romaji → kana. Default: wanakana, loaded by `ready` when a text has Latin letters. */
  romaji?: (text: string) => string;
  now?: () => Date;
}

export interface Finder {
  /** Answers at once; never throws, keeps nothing but the last scan, sends nothing anywhere. */
  find(query: FindQuery): FindResult;
  /** Loads the romaji table when the text needs it; true when the same query may now find more. */
  ready(text: string): Promise<boolean>;
}

export type { Directory };
