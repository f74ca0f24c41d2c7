/** What worries are called, once it is known; ids where it cannot be. */
export class TopicNames {
  private japanese: Readonly<Record<string, string>> | undefined;
  private asked = false;

  constructor(private readonly changed: () => void) {}

  /** `own`: the language's names, where they came with it. Undefined while they are on their way. */
  names(own: Readonly<Record<string, string>> | undefined, isNeeded: boolean): Readonly<Record<string, string>> | undefined {
    if (own ?? this.japanese) return own ?? this.japanese;
    if (isNeeded && !this.asked) void this.fetch();
    return undefined;
  }

  private async fetch(): Promise<void> {
    this.asked = true;
    try {
      this.japanese = (await import('../locales/topics.ja.js')).topicsJa;
    } catch (error) {
      this.japanese = {};
      console.warn(`<tsunagu-referral-sheet> the names of worries could not be loaded: ${String(error)}`);
    }
    this.changed();
  }
}
