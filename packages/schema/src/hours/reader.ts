import type { Problem } from './clauses.js';
import type { Token } from './tokens.js';

type Kind = Token['kind'];

/** Reads tokens once, front to back, and notes what does not fit. Every step goes forward, so a phrase of any kind ends. */
export class Reader {
  readonly problems: Problem[] = [];
  lastEnd = 0;
  /** 年末年始 of the city as month × 100 + day. */
  readonly yearEnd: { from: number; to: number };
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[], yearEnd: { from: number; to: number }) {
    this.tokens = tokens;
    this.yearEnd = yearEnd;
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!;
  }

  is(kind: Kind): boolean {
    return this.peek().kind === kind;
  }

  next(): Token {
    const token = this.peek();
    if (this.at < this.tokens.length - 1) this.at++;
    this.lastEnd = token.end;
    return token;
  }

  take(kind: Kind): Token | undefined {
    return this.is(kind) ? this.next() : undefined;
  }

  /** Kind of the token before the one read last. */
  get previousKind(): Kind | undefined {
    return this.tokens[this.at - 2]?.kind;
  }

  takeAny(...kinds: Kind[]): Token | undefined {
    return kinds.includes(this.peek().kind) ? this.next() : undefined;
  }

  /** Notes a piece as not understood: the given one, or the token that stands next. */
  fail(why?: string, { start, end }: { start: number; end: number } = this.peek()): void {
    this.problems.push({ start, end, ...(why && { why }) });
  }
}
