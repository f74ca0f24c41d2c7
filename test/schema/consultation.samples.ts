/** Consultations that tests share: the least there can be, and one with everything. */
import { consultationVersion, type Consultation } from '@tsunagu/schema/consultation';

export const today = '2026-11-24';

export const least = (): Consultation => ({ schemaVersion: consultationVersion, language: 'ja', topics: ['care'] });

export const fullest = (): Consultation => ({
  schemaVersion: consultationVersion,
  language: 'ja-x-easy',
  about: { who: 'supporter', role: 'welfare-commissioner', relation: '担当している方', awareness: 'unsure' },
  topics: ['care', 'care/dementia', 'income', 'ikoma-bear'],
  mainTopic: 'care/dementia',
  words: '母のもの忘れが増えて、夜に家を出てしまいます。\n私も眠れません😢',
  since: 'half-year',
  urgency: 'days',
  contact: {
    mode: 'named',
    nickname: 'はなこ',
    ways: ['receipt', 'phone', 'email', 'fax', 'letter', 'visit'],
    phone: '0743-74-1111',
    email: 'hanako.yamada@example.jp',
    fax: '0743-74-1112',
    address: '奈良県生駒市東新町8-38\n山田様方',
    safeCall: {
      voicemail: 'no',
      callerName: 'other',
      callerNameText: '図書館',
      times: ['morning', 'noon'],
      never: '家族が出たら切ってください',
    },
  },
  needs: { ids: ['interpreter', 'written'], language: 'Tiếng Việt', note: '耳が遠いです' },
  person: {
    name: '葛󠄀城 髙子',
    kana: 'かつらぎ たかこ',
    birthDate: '1941-02-28',
    ageBand: '85-plus',
    town: '東新町',
    household: [
      { relation: 'child', age: 58, note: '仕事で遅い' },
      { relation: 'grandchild', age: 0 },
    ],
  },
  window: { id: 'ikoma-chiiki-houkatsu', name: '地域包括支援センター' },
});

export const receipt = () => ({
  number: 'K7MF-3W9X',
  secret: '0123-4567-89AB-CDEF',
  receivedAt: '2026-11-24T01:30:00.000Z',
  replyBy: '2026-11-27',
  window: { id: 'general', name: '総合相談' },
});

/** What a compact JWE looks like from outside: five parts, the second (an encrypted key) empty with ECDH-ES. */
export const jwe = 'eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSJ9..QUJD.REVG.R0hJ';

/** Every path of a value, the value itself included. */
export function paths(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => paths(child, [...at, Array.isArray(value) ? Number(key) : key]))];
}

/** A copy of `value` with `wrong` at `path`; without the field when `wrong` is undefined. */
export function put(value: unknown, path: readonly (string | number)[], wrong: unknown): unknown {
  if (path.length === 0) return wrong;
  const [key, ...rest] = path;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  if (rest.length === 0 && wrong === undefined) delete copy[key!];
  else copy[key!] = put(copy[key!], rest, wrong);
  return copy;
}

/** `depth` lists within each other. */
export function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}
