import type { EmergencyLine } from '@tsunagu/schema/directory';
import type { Answers } from './answers.js';
import type { safetyPanel } from './parts/safety-panel.js';

/** Words are looked at once the person has paused for so long (ms). */
const pause = 400;

/** Lines by the question that calls for them, each once, and all in order. */
export type SafetyLines = Readonly<Record<'topics' | 'words' | 'all', readonly EmergencyLine[]>>;

const none: SafetyLines = { topics: [], words: [], all: [] };

const named = (lines: readonly EmergencyLine[]): string => lines.map(({ id }) => id).join(' ');

/**
 * Lines that answer now, when what is written or chosen calls for one. Looked at on the device only; what was found leaves no trace and is
 * not part of what is sent. Put away, the panel stays away until another danger is named.
 */
export class Safety {
  lines = none;
  /** Draws lines, once there are any. */
  panel: typeof safetyPanel | undefined;
  private closed: string | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** `words`: lines have appeared below the words that somebody is writing. */
    private readonly onChange: (words: boolean) => void,
    /** The city's own lines, where it has any. */
    private readonly own: () => readonly EmergencyLine[] | undefined,
  ) {}

  /** `settled`: a field was left or a choice made; else somebody is still writing. */
  look(answers: Answers, settled: boolean): void {
    clearTimeout(this.looking);
    if (!answers.words && !answers.topics.length && !this.lines.all.length) return;
    if (settled) void this.find(answers);
    else this.looking = setTimeout(() => void this.find(answers), pause);
  }

  close(): void {
    this.closed = named(this.lines.all);
    this.lines = none;
    this.onChange(false);
  }

  forget(): void {
    clearTimeout(this.looking);
    this.lines = none;
    this.closed = undefined;
  }

  private async find({ words, topics }: Answers): Promise<void> {
    const loaded = await import('./parts/safety-panel.js').catch(() => undefined);
    // Without a network there is nobody to call through this page either; the next word asks again.
    if (!loaded) return;
    this.panel = loaded.safetyPanel;
    const lines = loaded.linesFor(words, topics, this.own());
    const found = named(lines.all) === this.closed ? none : lines;
    const before = this.lines;
    if (named(found.all) === named(before.all) && named(found.topics) === named(before.topics)) return;
    this.lines = found;
    this.onChange(!before.words.length && found.words.length > 0);
  }
}
