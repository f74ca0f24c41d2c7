import { readCaption } from './read-table.js';
import { unknownCityCode } from '@tsunagu/schema/import';
import { tableToDirectorySteps, type TableOptions } from './table-to-directory.js';

/** The finder's attributes that say what its child table leaves out. */
export interface TableHost extends HTMLElement {
  areaCode?: string | undefined;
  cityName?: string | undefined;
  cityCode?: string | undefined;
  catchAll?: string | undefined;
}

/** How long one slice of reading may hold the page, in milliseconds. */
const slice = 8;

/**
 * The host's child `<table>` as a directory, not yet checked; undefined without a table. Reads in slices so that a long table does not
 * freeze a phone. What a city employee should look at is told once on the console.
 */
export async function readChildTable(host: TableHost): Promise<unknown> {
  const table = host.querySelector<HTMLTableElement>(':scope > table');
  if (!table) return undefined;
  const steps = tableToDirectorySteps(table, optionsOf(host, table));
  for (let from = performance.now(); ;) {
    const step = steps.next();
    if (step.done) {
      tellDoubts(host, step.value.report);
      return step.value.draft;
    }
    if (performance.now() - from > slice) {
      await new Promise((resolve) => setTimeout(resolve));
      from = performance.now();
    }
  }
}

function optionsOf(host: TableHost, table: HTMLTableElement): TableOptions {
  const catchAll = host.catchAll?.split(/[、,，]/).map((name) => name.trim());
  return {
    municipality: { code: host.cityCode?.trim() || unknownCityCode, name: host.cityName?.trim() || '市区町村' },
    updated: pageDate(),
    source: readCaption(table).slice(0, 300) || 'このページの表',
    ...(host.areaCode && { areaCode: host.areaCode }),
    ...(catchAll?.length && { catchAll: catchAll.filter(Boolean) }),
  };
}

/** When the page was last changed, as `YYYY-MM-DD`: a table carries no date of its own. */
function pageDate(): string {
  const [month, day, year] = document.lastModified.split(/[/ ]/);
  return `${year}-${month}-${day}`;
}

function tellDoubts(host: HTMLElement, report: readonly { kind: string; row: number; message: string }[]): void {
  const doubts = report.filter((item) => item.kind === 'doubt');
  if (doubts.length === 0) return;
  const shown = doubts.slice(0, 20).map(({ row, message }) => `  ${row > 0 ? `${row}行目：` : ''}${message}`);
  const more = doubts.length > shown.length ? [`  ほか${doubts.length - shown.length}件`] : [];
  console.warn([`<${host.localName}>: 表を読み取りました。確かめていただきたいこと：`, ...shown, ...more].join('\n'));
}
