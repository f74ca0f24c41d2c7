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

export interface Removal {
  /** JSON Pointer in the original. It is for the desk that sends: the names of fields can themselves tell something. */
  pointer: string;
  /** The item that was missing; absent where there is none. */
  item?: string;
  reason: RemovalReason;
}

/** The same object with every field optional, all the way down. */
export type Redacted<Document> = Document extends readonly (infer Entry)[]
  ? Redacted<Entry>[]
  : Document extends object
    ? { [Key in keyof Document]?: Redacted<Document[Key]> }
    : Document;

export interface Redaction<Document> {
  /** What goes out. It may lack what its schema demands: that is what was decided. */
  document: Redacted<Document>;
  removed: Removal[];
  /** Pointers (in what goes out) of free text that stayed although something was removed: to be read with the person before it goes. */
  toRead: string[];
}

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

class Redactor {
  readonly removed: Removal[] = [];
  readonly free: string[] = [];
  readonly #states = new Map<string, ConsentState>();

  constructor(
    private readonly own: ConsentState,
    private readonly to: Recipient,
    private readonly at: Date | string,
  ) {}

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
    const state = rule.whose === undefined ? this.own : this.#stateOf(isObject(entry) ? entry[rule.whose] : undefined);
    if (!state) {
      this.removed.push({ pointer: from, item: rule.item, reason: 'whose' });
      return undefined;
    }
    for (const item of [rule.item, rule.also?.(value)]) {
      if (item === undefined) continue;
      const { reason } = verdictOf(state, { purpose: this.to.purpose, agency: this.to.agency, item });
      if (reason !== 'given') {
        this.removed.push({ pointer: from, item, reason });
        return undefined;
      }
    }
    if (rule.free) this.free.push(into);
    return value;
  }

  /** The member's own state; undefined where the entry does not say whose it is or no record is theirs. */
  #stateOf(ref: unknown): ConsentState | undefined {
    const { members } = this.to;
    if (typeof ref !== 'string' || !members || !Object.hasOwn(members, ref)) return undefined;
    let state = this.#states.get(ref);
    if (!state) this.#states.set(ref, (state = consentState(members[ref]!, this.at)));
    // Another person's record under this name is nobody's yes.
    return state.subject === ref ? state : undefined;
  }

  #drop(pointer: string, { rule, fields, each }: Node): undefined {
    this.removed.push({ pointer, reason: rule || fields.size || each ? 'malformed' : 'unknown-field' });
    return undefined;
  }
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
  const redactor = new Redactor(consentState(events, at), to, at);
  const left = isObject(document) ? redactor.walk(document, treeOf(to.map ?? consultationMap), { from: '', into: '' }) : undefined;
  if (!isObject(document)) redactor.removed.push({ pointer: '', reason: 'malformed' });
  return {
    document: (left ?? {}) as Redacted<Document>,
    removed: redactor.removed,
    toRead: redactor.removed.length ? redactor.free : [],
  };
}
