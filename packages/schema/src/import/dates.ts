/** Dates as lists write them. Calendar days only, so no time zone. */

const eras: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

/** 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日, R8.4.1, or a spreadsheet's serial number (46113) → `YYYY-MM-DD`. */
export function dateIn(text: string): string | undefined {
  const flat = text.normalize('NFKC').replace(/\s/g, '').replace(/元年/, '1年');
  const serial = /^(\d{5})(\.0+)?$/.exec(flat);
  // Spreadsheets count days from 1899-12-30; 36526 is 2000-01-01, 73050 the end of 2099.
  if (serial && Number(serial[1]) >= 36526 && Number(serial[1]) <= 73050)
    return new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10);
  const western = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(flat);
  if (western) return valid(Number(western[1]), Number(western[2]), Number(western[3]));
  const era = /^(令和|平成|r|h)(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i.exec(flat);
  return era ? valid(eras[era[1]!.toLowerCase()]! + Number(era[2]), Number(era[3]), Number(era[4])) : undefined;
}

function valid(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1989 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}
