/** A document as one agency may have it: what was not consented to is absent, and nobody can see that it was there. */
import type { ConsentEvent } from './consent.schema.js';
import { consultationMap, type DocumentMap, type FormRule, type ItemRule, type Leaf } from './document-map.js';
import { verdictOf, type ShareReason } from './share.js';
import { consentState, type ConsentState } from './state.js';

export interface Recipient {
  agency: string;
  purpose: string;
  /** Which field is which item. Default: a consultation's. */
  map?: DocumentMap;
  /** The records of other people the document speaks of, by their `ref`: each answers for themselves alone. */
  members?: Readonly<Record<string, readonly ConsentEvent[]>>;
}

/** `unknown-field`: no rule leads there; `malformed`: not the value its rule is for; `whose`: it does not say whose it is. */
export type RemovalReason = Exclude<ShareReason, 'given'> | 'unknown-field' | 'malformed' | 'whose';

export interface Removal<Reason extends string = RemovalReason> {
  /** JSON Pointer in the original. It is for the desk that sends: the names of fields can themselves tell something. */
  pointer: string;
  /** The item that was missing; absent where there is none. */
  item?: string;
  reason: Reason;
}

/** The same object with every field optional, all the way down. */
export type Redacted<Document> = Document extends readonly (infer Entry)[]
  ? Redacted<Entry>[]
  : Document extends object
    ? { [Key in keyof Document]?: Redacted<Document[Key]> }
    : Document;

export interface Redaction<Document, Reason extends string = RemovalReason> {
  /** What goes out. It may lack what its schema demands: that is what was decided. */
  document: Redacted<Document>;
  removed: Removal<Reason>[];
  /** The items that are in it, each once. */
  items: string[];
  /** Pointers (in what goes out) of free text that stayed although something was removed: to be read with the person before it goes. */
  toRead: string[];
}

/** What may be told of somebody: `given`, or why an item may not. */
export type Judge<Reason extends string> = (item: string) => Reason | 'given';

/** Who is asked: about the subject, and about others whom the document speaks of, by their `ref`. Nobody's judge: undefined. */
export interface Judges<Reason extends string> {
  subject: Judge<Reason>;
  member: (ref: string) => Judge<Reason> | undefined;
}

type Structural = 'unknown-field' | 'malformed' | 'whose';

interface Node {
  fields: Map<string, Node>;
  each?: Node;
  rule?: ItemRule | FormRule;
}

const trees = new WeakMap<DocumentMap, Node>();

/** The rules as a tree, made once for each map. */
function treeOf(map: DocumentMap): Node {
  const known = trees.get(map);
  if (known) return known;
  const root: Node = { fields: new Map() };
  for (const rule of map) {
    let node = root;
    for (const part of rule.path.split('/').slice(1)) {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      let next = part === '*' ? node.each : node.fields.get(name);
      if (!next) {
        next = { fields: new Map() };
        if (part === '*') node.each = next;
        else node.fields.set(name, next);
      }
      node = next;
    }
    node.rule = rule;
  }
  trees.set(map, root);
  return root;
}

const escaped = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
const isLeaf = (value: unknown): value is Leaf =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

class Redactor<Reason extends string> {
  readonly removed: Removal<Reason | Structural>[] = [];
  readonly free: string[] = [];
  readonly told = new Set<string>();

  constructor(private readonly judges: Judges<Reason>) {}

  /** The value as it may go out, or undefined. `from` and `into`: where it was and will be; `entry`: the innermost list's entry around it. */
  walk(value: unknown, node: Node, { from, into, entry }: { from: string; into: string; entry?: unknown }): unknown {
    if (Array.isArray(value)) {
      const { each } = node;
      if (!each) return this.#drop(from, node);
      const kept: unknown[] = [];
      value.forEach((item: unknown, index) => {
        const left = this.walk(item, each, { from: `${from}/${index}`, into: `${into}/${kept.length}`, entry: item });
        if (left !== undefined) kept.push(left);
      });
      return kept.length ? kept : undefined;
    }
    if (isObject(value)) {
      if (node.rule || !node.fields.size) return this.#drop(from, node);
      const kept: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        const next = node.fields.get(key);
        const pointer = `${from}/${escaped(key)}`;
        if (!next) this.removed.push({ pointer, reason: 'unknown-field' });
        else {
          const left = this.walk(value[key], next, { from: pointer, into: `${into}/${escaped(key)}`, entry });
          if (left !== undefined) kept[key] = left;
        }
      }
      return Object.keys(kept).length ? kept : undefined;
    }
    const { rule } = node;
    if (!rule || !isLeaf(value)) return this.#drop(from, node);
    return this.#leaf(value, rule, { from, into, entry });
  }

  #leaf(value: Leaf, rule: ItemRule | FormRule, { from, into, entry }: { from: string; into: string; entry?: unknown }): unknown {
    if ('form' in rule) {
      if (typeof value === 'string' && rule.form.test(value)) return value;
      this.removed.push({ pointer: from, reason: 'malformed' });
      return undefined;
    }
    const judge = rule.whose === undefined ? this.judges.subject : this.#judgeOf(isObject(entry) ? entry[rule.whose] : undefined);
    if (!judge) {
      this.removed.push({ pointer: from, item: rule.item, reason: 'whose' });
      return undefined;
    }
    const items = [rule.item, rule.also?.(value, entry)].filter((item) => item !== undefined);
    for (const item of items) {
      const reason = judge(item);
      if (reason !== 'given') {
        this.removed.push({ pointer: from, item, reason });
        return undefined;
      }
    }
    for (const item of items) this.told.add(item);
    if (rule.free) this.free.push(into);
    return value;
  }

  #judgeOf(ref: unknown): Judge<Reason> | undefined {
    return typeof ref === 'string' ? this.judges.member(ref) : undefined;
  }

  #drop(pointer: string, { rule, fields, each }: Node): undefined {
    this.removed.push({ pointer, reason: rule || fields.size || each ? 'malformed' : 'unknown-field' });
    return undefined;
  }
}

/** The document as `judges` say, by the rules of `map`: what {@link redactFor} does for a consent, on whatever ground. */
export function redactBy<Document, Reason extends string>(
  document: Document,
  map: DocumentMap,
  judges: Judges<Reason>,
): Redaction<Document, Reason | Structural> {
  const redactor = new Redactor(judges);
  const left = isObject(document) ? redactor.walk(document, treeOf(map), { from: '', into: '' }) : undefined;
  if (!isObject(document)) redactor.removed.push({ pointer: '', reason: 'malformed' });
  return {
    document: (left ?? {}) as Redacted<Document>,
    removed: redactor.removed,
    items: [...redactor.told].sort(),
    toRead: redactor.removed.length ? redactor.free : [],
  };
}

/** The judges of one agency and purpose: each person's own record. */
export function consentJudges(
  events: readonly ConsentEvent[],
  { agency, purpose, members }: Recipient,
  at: Date | string,
): Judges<Exclude<ShareReason, 'given'>> {
  const judgeOf =
    (state: ConsentState): Judge<Exclude<ShareReason, 'given'>> =>
    (item) =>
      verdictOf(state, { purpose, agency, item }).reason;
  const states = new Map<string, ConsentState>();
  return {
    subject: judgeOf(consentState(events, at)),
    member: (ref) => {
      if (!members || !Object.hasOwn(members, ref)) return undefined;
      let state = states.get(ref);
      if (!state) states.set(ref, (state = consentState(members[ref]!, at)));
      // Another person's record under this name is nobody's yes.
      return state.subject === ref ? judgeOf(state) : undefined;
    },
  };
}

/**
 * The document as `agency` may have it for `purpose` at that instant: fields whose items were not given, fields that no rule knows and containers
 * that are empty then are absent, entries of lists close up. `removed` says what and why; `toRead` what free text stayed.
 *
 * Looks only as deep as its rules, changes nothing it was given, and shares nothing of a record with a gap. What a person wrote in their own words
 * is one item: that it mentions what they hold back elsewhere no program can see.
 */
export function redactFor<Document>(
  document: Document,
  events: readonly ConsentEvent[],
  to: Recipient,
  at: Date | string,
): Redaction<Document> {
  return redactBy(document, to.map ?? consultationMap, consentJudges(events, to, at));
}
