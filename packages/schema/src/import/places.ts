/** Address, building and floor; what a name cell carries besides the name; catchments. Pure text, no report. */
import { halfWidth, oneLine } from './text.js';

export interface Place {
  postalCode?: string;
  address?: string;
  building?: string;
  floor?: string;
}

const floorEnd = /^(.*?)[\s　]*((?:地下|B)?\d{1,3}(?:[~〜～・,、-]\d{1,3})?(?:階|F))$/i;
// Beside or behind something is a way to find the place, not the building it is in: it stays in the address.
const landmark = /(北側|南側|東側|西側|となり|隣|横|前|向かい|裏|付近|そば|徒歩|下車)$|徒歩/;

/** 「元町1丁目6-12 (セイセイビル3階)」 → address, building, floor. A landmark in brackets stays in the address as printed. */
export function readPlace(text: string): Place {
  let rest = oneLine(halfWidth(text));
  const place: Place = {};
  const postal = /^(?:〒|郵便番号[:：]?)?\s*(\d{3})-?(\d{4})(?=\s|\D)\s*/.exec(rest);
  if (postal && (rest.startsWith('〒') || /^\d{3}-\d{4}\s/.test(rest))) {
    place.postalCode = `${postal[1]}-${postal[2]}`;
    rest = rest.slice(postal[0].length).trim();
  }
  const bracket = /^(.{1,200}?)\s*[（(]([^（()）]{1,120})[)）]$/.exec(rest);
  const spaced = /^(.{0,200}?\d(?:番地?|号|丁目)?(?:の\d+)?)\s+(\D.{0,120})$/.exec(rest);
  if (bracket && /\d|番|号|丁目/.test(bracket[1]!) && !landmark.test(bracket[2]!)) {
    rest = bracket[1]!;
    Object.assign(place, readBuilding(bracket[2]!));
  } else if (spaced && !/^[（(]/.test(spaced[2]!) && !/\d丁目|番地|^番|^号/.test(spaced[2]!)) {
    rest = spaced[1]!;
    Object.assign(place, readBuilding(spaced[2]!));
  }
  if (rest) place.address = rest;
  return place;
}

/** 「セイセイビル3階」 → building and floor; 「2階」 alone is only a floor. */
export function readBuilding(text: string): Pick<Place, 'building' | 'floor'> {
  const floor = floorEnd.exec(halfWidth(text).trim());
  if (!floor) return { building: halfWidth(text).trim() };
  return { ...(floor[1]!.trim() ? { building: floor[1]!.trim() } : {}), floor: floor[2]! };
}

export interface NameParts {
  name: string;
  catchments: string[];
  mainlyFor: string[];
  operators: string[];
  /** Brackets that only point elsewhere in the print: (右図). */
  pointers: string[];
}

/** 「フォレスト地域包括支援センター↵(担当地域①)」 → the name, and what the lines in brackets say. Other brackets stay in the name. */
export function readName(text: string): NameParts {
  const parts: NameParts = { name: '', catchments: [], mainlyFor: [], operators: [], pointers: [] };
  const flat = halfWidth(oneLine(text));
  const name = flat.replace(/\s*[（(]([^（()）]{1,200})[)）]/g, (whole, inner: string, at: number) => {
    const words = inner.trim();
    if (/^(担当|対象)?(地域|地区|区域|圏域|エリア|校区)|^担当/.test(words)) return (parts.catchments.push(words), '');
    if (/^主に|^主として|対象$|専用$|の方$/.test(words)) return (parts.mainlyFor.push(words), '');
    if (/^(右|左|上|下|別|次|裏)?(図|表|面|頁|ページ)(参照)?$|参照$/.test(words)) return (parts.pointers.push(words), '');
    if (at > 0 && /社会福祉協議会|法人|株式会社|有限会社|委託$/.test(words)) return (parts.operators.push(words), '');
    return whole;
  });
  parts.name = name.replace(/\s+/g, ' ').trim();
  if (!parts.name) return { name: flat, catchments: [], mainlyFor: [], operators: [], pointers: [] };
  return parts;
}

/** The whole city: no catchment to match against. */
export const isWholeCity = (text: string): boolean =>
  /^(市内|町内|村内|区内|市|町|村|区|県内)?(全域|全地域|全地区|一円)$|^(市|町|村|区)内$|^全(市|町|村|区)$|^問わない$/.test(
    text.replace(/\s/g, ''),
  );

/** A number or letter that stands for a catchment without naming towns: 担当地域①, 第2圏域, A地区. */
export function catchmentLabel(text: string): string | undefined {
  const words = text.replace(/\s/g, '');
  const label =
    /^(?:担当|対象)?(?:地域|地区|区域|圏域|エリア|ブロック)?(?:第)?([①-⑳㉑-㉟0-9０-９]{1,3}|[A-ZＡ-Ｚ])(?:地域|地区|区域|圏域|エリア|ブロック|生活圏域)?$/.exec(
      words,
    )?.[1];
  return label;
}

const mostTowns = 1000;

/** 町名 of a catchment cell, at most 1,000. What stands in brackets stays with its 町名: 「本町（1丁目、2丁目）」 is one. */
export function townsOf(text: string): string[] {
  const towns: string[] = [];
  let depth = 0;
  let town = '';
  for (const char of text) {
    if (/[（(「]/.test(char)) depth++;
    else if (/[)）」]/.test(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !/[、,，\n／/;；・\s]/.test(char)) town += char;
    else if (town) {
      towns.push(town);
      town = '';
      if (towns.length === mostTowns) return towns;
    }
  }
  if (town.trim()) towns.push(town.trim());
  return towns;
}
