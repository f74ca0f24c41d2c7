/**
 * Checks a directory without any sentence for people (those are in `explain.ts`), in steps, so that an element can check
 * 10,000 desks without holding up a resident's phone.
 */
import { inspect, light, show, type RawIssue } from '../light.js';
import { directoryShapes, schemaVersion, type Directory } from './directory.schema.js';

export type CheckResult = { ok: true; directory: Directory } | { ok: false; issues: RawIssue[] };

/** More issues than this are not collected: a file with so many is the wrong file. */
export const issueLimit = 50;

const shapes = /* @__PURE__ */ directoryShapes(light);

/** Runs {@link checkSteps} to its end. Never throws, whatever `input` is. */
export function checkDirectory(input: unknown): CheckResult {
  const steps = checkSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The check as a generator that pauses after each desk. The input itself is the result; nothing is copied or dropped. */
export function* checkSteps(input: unknown): Generator<void, CheckResult> {
  const issues = inspect(shapes.directoryHead, input);
  const { schemaVersion: found, windows } = (typeof input === 'object' && input !== null ? input : {}) as {
    schemaVersion?: unknown;
    windows?: unknown;
  };
  const major = schemaVersion.split('.')[0]!;
  if (typeof found === 'string' && /^\d+\.\d+$/.test(found) && found.split('.')[0] !== major)
    issues.push({ path: ['schemaVersion'], code: 'version', expected: `${major}.x`, found: show(found) });
  if (Array.isArray(windows))
    for (let index = 0; index < windows.length && issues.length < issueLimit; index++) {
      issues.push(...inspect(shapes.consultationWindow, windows[index], ['windows', index]));
      yield;
    }
  if (issues.length === 0) yield* crossCheck(input as Directory, issues);
  return issues.length > 0 ? { ok: false, issues: issues.slice(0, issueLimit) } : { ok: true, directory: input as Directory };
}

/** Rules between the parts: ids are unique, references lead somewhere, and somebody takes every worry (断らない). */
function* crossCheck(directory: Directory, issues: RawIssue[]): Generator<void, void> {
  const accepting = new Map<string, boolean>();
  const catchments = new Set((directory.catchments ?? []).map((area) => area.id));
  for (const [index, window] of directory.windows.entries()) {
    yield;
    const path = ['windows', index];
    if (accepting.has(window.id)) issues.push({ path: [...path, 'id'], code: 'duplicate', expected: 'unique id', found: window.id });
    accepting.set(window.id, window.acceptsAll === true);
    window.catchments?.forEach((catchment, place) => {
      if (!catchments.has(catchment))
        issues.push({ path: [...path, 'catchments', place], code: 'unknown-reference', expected: 'id in catchments', found: catchment });
    });
  }
  directory.catchAll?.forEach((id, place) => {
    if (accepting.get(id)) return;
    const known = accepting.has(id);
    issues.push({
      path: ['catchAll', place],
      code: known ? 'no-catch-all' : 'unknown-reference',
      expected: known ? 'acceptsAll: true' : 'id in windows',
      found: id,
    });
  });
  if (![...accepting.values()].includes(true) || directory.catchAll?.length === 0)
    issues.push({
      path: [directory.catchAll ? 'catchAll' : 'windows'],
      code: 'no-catch-all',
      expected: 'at least one window with acceptsAll: true',
      found: '0',
    });
}
