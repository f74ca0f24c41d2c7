/** Desks by their id: what they are called, and what the city's directory knows of them. No DOM. */
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';
import type { ReferralValue } from '../sheet-host.js';

const marks: Readonly<Record<string, string>> = { '《': '〈', '》': '〉', '｜': '|' };

/** A name that somebody wrote, fit to stand in a sentence of ours: no false readings, nothing that turns the text round. */
export const fit = (name: string): string =>
  name.replace(/[《》｜]/g, (mark) => marks[mark]!).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export class Desks {
  private readonly windows: ReadonlyMap<string, ConsultationWindow>;
  private readonly names = new Map<string, string>();

  constructor(
    readonly directory: Directory | undefined,
    { sheet, events }: ReferralValue,
    private readonly lang: string,
  ) {
    this.windows = new Map(directory?.windows.map((window) => [window.id, window]));
    const named = [
      sheet.from,
      sheet.to,
      sheet.coordinator,
      ...(Array.isArray(sheet.copyTo) ? sheet.copyTo : []),
      ...events.map((event) => (event as { to?: unknown }).to),
    ];
    for (const each of named) {
      const { agency, name } = Object(each) as { agency?: unknown; name?: unknown };
      if (text(agency) && text(name)) this.names.set(text(agency), text(name));
    }
  }

  /** As the directory calls it, else as it was called when the sheet was written, else its id. */
  name(id: string): string {
    const window = this.window(id);
    return fit(window ? localize(window.name, this.lang) : (this.names.get(id) ?? id));
  }

  window(id: string): ConsultationWindow | undefined {
    return this.windows.get(id);
  }

  get all(): readonly ConsultationWindow[] {
    return this.directory?.windows ?? [];
  }
}
