/** What a finder listens for, in the notation of `core.ts`. Several of them add up: a small one at once, the rest when it is needed. */
export interface Words {
  /**
   * A worry a line: `id|label|short|kana|cues`, or `/child|label|cues` under the line before it. Words that only add cues to a worry
   * named elsewhere leave the rest empty: `id||||cues`, `/child||cues`.
   */
  worries: string;
  /** Common words by reading, in the notation of `core.ts`. */
  readings: string;
  /** Cues by danger. */
  dangers: Readonly<Record<string, string>>;
  /** The lists behind `$p` … in the cues. */
  lists: Readonly<Record<string, string>>;
}
