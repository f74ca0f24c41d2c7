import type { CityCalendar, Hours } from '../directory/hours.schema.js';
import { fold } from './fold.js';
import { Grammar } from './grammar.js';
import type { Problem } from './clauses.js';
import { putTogether } from './put-together.js';
import { Reader } from './reader.js';
import { tokenise } from './tokens.js';

/** As long as `hours.text` may be. */
const longest = 2000;
const mostPieces = 20;
const longestPiece = 60;

export interface ParseHoursOptions {
  /** The city's 年末年始 as `MM-DD`, when not 12-29 to 01-03: a phrase that prints other dates is refused. */
  yearEnd?: CityCalendar['yearEnd'];
}

export type ParsedHours = { ok: true; hours: Hours; assumptions: string[] } | { ok: false; hours: Hours; notUnderstood: string[] };

const monthDay = (text: string): number => +text.slice(0, 2) * 100 + +text.slice(3);

const shorten = (piece: string): string => (piece.length > longestPiece ? `${piece.slice(0, longestPiece)}…` : piece);

/** Pieces that touch become one, each with its reason: 「9:00～17:00」（曜日が書かれていません）. */
const describe = (problems: readonly Problem[], piece: (start: number, end: number) => string): string[] => {
  const merged: Problem[] = [];
  for (const problem of [...problems].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && problem.start <= last.end && problem.why === last.why) last.end = Math.max(last.end, problem.end);
    else merged.push({ ...problem });
  }
  const sentences = merged.map(({ start, end, why }) => `「${shorten(piece(start, end))}」${why ? `（${why}）` : ''}`);
  const more = sentences.length - mostPieces;
  return more > 0 ? [...sentences.slice(0, mostPieces), `ほか${more}か所`] : sentences;
};

/**
 * Reads a Japanese phrase of opening hours (「月～金 8:40～17:20 土 8:40～12:30」). All or nothing: a phrase of which a part is not
 * understood, or that can be read in two ways, gives `ok: false`, the text as it was and the pieces in question, in Japanese for
 * city staff. `assumptions` names everything that was inferred. Public holidays and 年末年始 stay absent (= unknown) unless the phrase
 * speaks of them. Never throws; work is bounded (phrases over 2,000 characters are refused).
 */
export const parseHours = (text: string, options: ParseHoursOptions = {}): ParsedHours => {
  const refuse = (notUnderstood: string[]): ParsedHours => ({ ok: false, hours: { text, notUnderstood }, notUnderstood });
  if (!text.trim()) return refuse(['何も書かれていません']);
  if (text.length > longest) return refuse([`「${shorten(text)}」（長すぎます）`]);

  const folded = fold(text);
  const assumptions = new Set<string>();
  const assume = (assumption: string) => void assumptions.add(assumption);
  const { from = '12-29', to = '01-03' } = options.yearEnd ?? {};
  const reader = new Reader(tokenise(folded), { from: monthDay(from), to: monthDay(to) });
  const { clauses } = new Grammar(reader, assume);
  const { hours, problems } = reader.problems.length ? { hours: {}, problems: reader.problems } : putTogether(clauses, assume);
  if (problems.length) {
    const piece = (start: number, end: number) => text.slice(folded.origin[start], folded.origin[end] ?? text.length).trim();
    return refuse(describe(problems, piece));
  }
  return { ok: true, hours: { text, ...hours }, assumptions: [...assumptions] };
};
