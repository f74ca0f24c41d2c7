/** A run of text, with its reading when it has one. */
export interface RubyRun {
  base: string;
  reading?: string;
}

// 漢字《かんじ》: the reading belongs to the run of kanji (or digits) just before it; ｜ marks the start where that is not enough.
const annotated = /(?:｜([^《》｜\s]+)|([々〆ヶ\p{Script=Han}]+))《([^《》]*)》/gu;

/** Splits text in Aozora notation (`窓口《まどぐち》`) into runs. Text without marks is one run. */
export function rubyRuns(text: string): RubyRun[] {
  const runs: RubyRun[] = [];
  let end = 0;
  for (const match of text.matchAll(annotated)) {
    if (match.index > end) runs.push({ base: text.slice(end, match.index) });
    runs.push({ base: (match[1] ?? match[2])!, reading: match[3]! });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ base: text.slice(end) });
  return runs;
}

/** The text without readings: for labels, titles and copies. */
export function withoutRuby(text: string): string {
  return text.includes('《') ? text.replace(annotated, '$1$2') : text;
}
