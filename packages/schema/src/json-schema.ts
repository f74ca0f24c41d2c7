/** JSON Schema of a city's directory, for vendors and editors. Not for browsers: the generator alone is larger than the schemas. */
import * as z from 'zod/mini';
import * as schemas from './directory/schemas.js';
import { propertyWords } from './json-schema-words.js';

/** A JSON Schema document or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** Shapes that are named under `$defs`, with their Japanese titles. */
const shapes: readonly (readonly [z.core.$ZodType, id: string, title: string])[] = [
  [schemas.consultationWindow, 'window', '相談窓口'],
  [schemas.hours, 'hours', '開所時間'],
  [schemas.weeklySpan, 'weeklySpan', '曜日ごとの時間'],
  [schemas.hoursException, 'hoursException', '特別な日'],
  [schemas.cityCalendar, 'calendar', '市の暦'],
  [schemas.phone, 'phone', '電話'],
  [schemas.fax, 'fax', 'FAX'],
  [schemas.text, 'text', '文（日本語だけ、または言語ごと）'],
  [schemas.source, 'source', '出典'],
  [schemas.note, 'note', '注記'],
  [schemas.legalBasis, 'legalBasis', '根拠となる条項'],
  [schemas.booking, 'booking', '予約'],
  [schemas.service, 'service', '時間外の相談先'],
  [schemas.emergencyLine, 'emergencyLine', '緊急の連絡先'],
  [schemas.cityTopic, 'topic', '相談の種類'],
  [schemas.catchment, 'catchment', '担当地域'],
  [schemas.provider, 'provider', '実施機関'],
  [schemas.programme, 'programme', '事業'],
  [schemas.municipality, 'municipality', '市区町村'],
  [schemas.labels, 'labels', '市での呼び方'],
];

/**
 * JSON Schema 2020-12 of a directory file, generated from the zod schemas. It points at nothing outside itself.
 *
 * One rule of `parseDirectory` is beyond JSON Schema and is left to it: ids are unique and references lead somewhere.
 */
export function directoryJsonSchema(): JsonSchema {
  const registry = z.registry<{ id: string; title: string }>();
  for (const [schema, id, title] of shapes) registry.add(schema, { id, title });
  const document = z.toJSONSchema(schemas.directory, { target: 'draft-2020-12', metadata: registry, io: 'input' }) as JsonSchema;

  const defs = (document.$defs ?? {}) as Record<string, JsonSchema>;
  for (const [id, def] of Object.entries(defs)) {
    delete def.id;
    describe(def, id);
  }
  describe(document, 'directory');
  demandCatchAll(document);
  const { $schema, ...rest } = document;
  return { $schema, title: '相談窓口の一覧（directory）', description: '市区町村の相談窓口を1つのファイルにまとめたもの。', ...rest };
}

/** 断らない: at least one desk takes every worry, and a list of catch-all desks is not empty. */
function demandCatchAll(document: JsonSchema): void {
  const properties = document.properties as Record<string, JsonSchema>;
  Object.assign(properties.windows!, { contains: { properties: { acceptsAll: { const: true } }, required: ['acceptsAll'] } });
  Object.assign(properties.catchAll!, { minItems: 1 });
}

/** Gives every property below `node` its title, going through arrays, unions and nested objects but not into `$defs`. */
function describe(node: unknown, shape: string): void {
  if (Array.isArray(node)) {
    for (const part of node) describe(part, shape);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { properties, items, anyOf, allOf } = node as JsonSchema;
  for (const part of [items, anyOf, allOf]) describe(part, shape);
  for (const [name, property] of Object.entries((properties ?? {}) as Record<string, JsonSchema>)) {
    const words = propertyWords[`${shape}.${name}`] ?? propertyWords[name];
    if (typeof words === 'string') property.title = words;
    else if (words) [property.title, property.description] = words;
    describe(property, shape);
  }
}
