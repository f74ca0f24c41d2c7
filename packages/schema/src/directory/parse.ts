import { inspect, light, type IssuePath, type RawIssue } from '../light.js';
import { checkDirectory, issueLimit } from './check.js';
import { explainIssue } from './explain.js';
import { directoryShapes, type Directory } from './directory.schema.js';
import { programmeShapes } from './programme.schema.js';

const shapes = /* @__PURE__ */ directoryShapes(light);
const { plan } = /* @__PURE__ */ programmeShapes(light, shapes, shapes);

/** An issue with a sentence (Japanese) that a city employee can act on. */
export interface DirectoryIssue extends RawIssue {
  message: string;
}

export type ParseDirectoryResult = { success: true; data: Directory } | { success: false; issues: DirectoryIssue[] };

/**
 * Reads a city's directory from any value (usually parsed JSON). Returns typed data, or issues by path; never throws.
 * Fields this version does not know are kept. A directory in which no desk takes every worry is not valid.
 */
export function parseDirectory(input: unknown): ParseDirectoryResult {
  const result = checkDirectory(input);
  const rest = typeof input === 'object' && input !== null && !Array.isArray(input) ? inspect(plan, input) : [];
  if (result.ok && rest.length === 0) return { success: true, data: result.directory };
  const issues = [...(result.ok ? [] : result.issues), ...rest].slice(0, issueLimit);
  return { success: false, issues: explainIssues(issues, input) };
}

/** Adds the sentences to raw issues; `input` is only used to name the desk. */
export function explainIssues(issues: readonly RawIssue[], input: unknown): DirectoryIssue[] {
  return issues.map((issue) => ({ ...issue, message: explainIssue(issue, windowName(input, issue.path)) }));
}

function windowName(input: unknown, path: IssuePath): string | undefined {
  if (path[0] !== 'windows' || typeof path[1] !== 'number' || typeof input !== 'object' || input === null) return undefined;
  const windows: unknown = (input as { windows?: unknown }).windows;
  const window: unknown = Array.isArray(windows) ? windows[path[1]] : undefined;
  const name: unknown = typeof window === 'object' && window !== null ? (window as { name?: unknown }).name : undefined;
  return typeof name === 'string' ? name.slice(0, 40) : undefined;
}
