import type { EmergencyLine } from '@tsunagu/schema/directory';
import type { Answers } from './answers.js';

/** Words are looked at once the person has paused for so long (ms). */
const pause = 400;

/**
 * Lines that answer now, when what is written or chosen calls for one. Looked at on the device only; what was found leaves no trace and is
 * not part of what is sent. Put away, the panel stays away until another danger is named.
 */
export class Safety {
  lines: readonly EmergencyLine[] = [];
  private closed: string | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly onChange: () => void,
    /** The city's own lines, where it has any. */
    private readonly own: () => readonly EmergencyLine[] | undefined,
  ) {}

  /** `settled`: a field was left or a choice made; else somebody is still writing. */
  look(answers: Answers, settled: boolean): void {
    clearTimeout(this.looking);
    if (!answers.words && !answers.topics.length && !this.lines.length) return;
    if (settled) void this.find(answers);
    else this.looking = setTimeout(() => void this.find(answers), pause);
  }

  close(): void {
    this.closed = this.named(this.lines);
    this.lines = [];
    this.onChange();
  }

  forget(): void {
    clearTimeout(this.looking);
    this.lines = [];
    this.closed = undefined;
  }

  private async find({ words, topics }: Answers): Promise<void> {
    const loaded = await import('@tsunagu/schema/consultation/danger').catch(() => undefined);
    // Without a network there is nobody to call through this page either; the next word asks again.
    if (!loaded) return;
    const { urgentLinesFor } = loaded;
    const found = urgentLinesFor(words, topics, this.own());
    const named = this.named(found);
    if (named === this.named(this.lines) || named === this.closed) return;
    this.lines = found;
    this.onChange();
  }

  private named(lines: readonly EmergencyLine[]): string {
    return lines.map(({ id }) => id).join(' ');
  }
}
