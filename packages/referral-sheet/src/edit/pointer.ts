/** Values at JSON Pointers. Writing makes new objects on the way only; everything beside it is shared with the value before. */

const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** What stands at `pointer`; undefined where nothing does. */
export function read(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of partsOf(pointer)) {
    if (!isObject(at) || !Object.hasOwn(at, part)) return undefined;
    at = at[part];
  }
  return at;
}

/**
 * The value with `next` at `pointer`. `undefined` takes the field away, and with it every object and list on the way that is empty then; an entry of
 * a list stays, since the entries after it would move.
 */
export function write<Value>(value: Value, pointer: string, next: unknown): Value {
  return (put(value, partsOf(pointer), next) ?? {}) as Value;
}

function put(value: unknown, parts: readonly string[], next: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return next;
  const own = isObject(value) ? value : isIndex(part) ? [] : {};
  const before = Object.hasOwn(own, part) ? (own as Record<string, unknown>)[part] : undefined;
  const after = put(before, rest, next);
  if (after === before) return value;
  if (Array.isArray(own)) {
    const list: unknown[] = [...(own as unknown[])];
    list[+part] = after ?? {};
    return list;
  }
  const copy: Record<string, unknown> = { ...own };
  if (after === undefined) delete copy[part];
  // Not an assignment: a field of the name `__proto__` stays a field.
  else Object.defineProperty(copy, part, { value: after, enumerable: true, configurable: true, writable: true });
  return Object.keys(copy).length ? copy : undefined;
}

/** The pointer with a star for every index, as the document map writes it. */
export const patternOf = (pointer: string): string => pointer.replace(/\/(0|[1-9]\d*)(?=\/|$)/g, '/*');

/** Plain data that is the same, whatever the order of its fields. A field that is undefined counts as absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) {
    const [left, right] = [a, b].map((one) => (Object.hasOwn(one, name) ? one[name] : undefined));
    if (!same(left, right)) return false;
  }
  return true;
}

/** Every value in plain data that is no object, with its pointer, in order. */
export function* leaves(value: unknown, pointer = ''): Generator<{ pointer: string; value: unknown }> {
  if (!isObject(value)) {
    if (value !== undefined && value !== null) yield { pointer, value };
    return;
  }
  for (const [name, entry] of Object.entries(value)) yield* leaves(entry, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}
