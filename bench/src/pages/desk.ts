/**
 * What every peer and floor page shows of a desk: name, field, open state in words, a number to tap, address.
 * The same text as the product's card shows closed, so that all of them paint the same amount.
 */
export interface Desk {
  id: string;
  name: string | { ja: string };
  kana?: string;
  shortName?: string | { ja: string };
  aliases?: string[];
  field?: string;
  operator?: string | { ja: string };
  section?: string | { ja: string };
  phones?: { number: string; display?: string }[];
  fax?: { number: string };
  address?: string | { ja: string };
  building?: string | { ja: string };
  floor?: string | { ja: string };
  mainlyFor?: string | { ja: string };
  hours?: { text: string; weekly?: { days: string[]; from: string; to: string; byAppointment?: boolean }[] };
  notes?: (string | { ja: string } | { kind: string; text: string | { ja: string } })[];
}

export interface DirectoryFile {
  windows: Desk[];
  labels?: { fields?: Record<string, string | { ja: string }> };
}

export interface View {
  id: string;
  name: string;
  field: string;
  phone: string;
  tel: string;
  address: string;
  /** Text that is searched and not shown. */
  more: string;
  desk: Desk;
}

type Localized = string | { ja: string } | undefined;
const ja = (text: Localized): string => (text === undefined ? '' : typeof text === 'string' ? text : text.ja);

const fieldNames: Record<string, string> = {
  general: '総合',
  elderly: '高齢',
  disability: '障がい',
  child: '子ども',
  livelihood: '生活困窮',
  health: '健康',
  rights: '権利擁護',
  other: 'その他',
};

export function toView(desk: Desk, file: DirectoryFile): View {
  const phone = desk.phones?.[0];
  const field = desk.field ?? '';
  return {
    id: desk.id,
    name: ja(desk.name),
    field: ja(file.labels?.fields?.[field]) || (fieldNames[field] ?? ''),
    phone: phone?.number ?? '',
    tel: phone ? `tel:${phone.number.replace(/[^\d#+]/g, '')}` : '',
    address: [ja(desk.address), ja(desk.building), ja(desk.floor)].filter(Boolean).join(' '),
    more: [
      desk.kana,
      ja(desk.shortName),
      ...(desk.aliases ?? []),
      ja(desk.operator),
      ja(desk.section),
      ja(desk.mainlyFor),
      desk.hours?.text,
      desk.fax?.number,
      ...(desk.phones ?? []).flatMap((p) => [p.number, p.number.replaceAll('-', ''), p.display]),
      ...(desk.notes ?? []).map((note) => (typeof note === 'object' && 'text' in note ? ja(note.text) : ja(note))),
    ]
      .filter(Boolean)
      .join(' '),
    desk,
  };
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Open state in words from the weekly spans alone. No holidays and no exceptions: less work than the product does. */
export function openText(desk: Desk, now = Date.now()): string {
  const weekly = desk.hours?.weekly;
  if (!weekly) return '開いているか分かりません';
  const tokyo = new Date(now + 9 * 3_600_000);
  const day = weekdays[tokyo.getUTCDay()] ?? '';
  const minute = tokyo.getUTCHours() * 60 + tokyo.getUTCMinutes();
  for (const span of weekly) {
    if (!span.days.includes(day) || minute < minutes(span.from) || minute >= minutes(span.to)) continue;
    return span.byAppointment ? `予約した方のみ（${span.to}まで）` : `開いています（${span.to}まで）`;
  }
  return '閉まっています';
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

export function cardHtml(view: View): string {
  return `<article class="card" data-id="${escapeHtml(view.id)}"><p class="field">${escapeHtml(view.field)}</p><h3>${escapeHtml(view.name)}</h3><p class="open">${openText(view.desk)}</p>${
    view.tel ? `<a class="tel" href="${escapeHtml(view.tel)}">${escapeHtml(view.phone)}</a>` : ''
  }<p class="address">${escapeHtml(view.address)}</p></article>`;
}

/** What a careful author writes for Japanese search in ten lines: width, case, kana type, long-vowel marks, hyphens. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[ー‐-―−-]/g, '');
}

export const haystack = (view: View): string => normalise([view.name, view.field, view.phone, view.address, view.more].join(' '));

export const words = (query: string): string[] => normalise(query).split(/\s+/).filter(Boolean);

export async function load(): Promise<{ views: View[]; file: DirectoryFile }> {
  const response = await fetch(document.body.dataset['src'] ?? '');
  const file = (await response.json()) as DirectoryFile;
  return { views: file.windows.map((desk) => toView(desk, file)), file };
}

export const limit = 50;

export function byId<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing`);
  return element as T;
}
