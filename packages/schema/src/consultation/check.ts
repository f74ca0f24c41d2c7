/** Checks without any sentence for people, built light: what a form carries. Servers take `parse.ts`, which also explains. */
import { inspect, light, type RawIssue } from '../light.js';
import { consultationShapes, type Consultation } from './consultation.schema.js';
import { exchangeShapes } from './exchange.schema.js';
import { crossIssues } from './rules.js';

export type { RawIssue } from '../light.js';

const { consultation } = /* @__PURE__ */ consultationShapes(light);
const exchange = /* @__PURE__ */ exchangeShapes(light, { consultation });

/**
 * What is wrong with a consultation, by path; empty when nothing is. The rules between fields (`rules.ts`) are asked once the shape is right.
 * `today` is `YYYY-MM-DD` in Asia/Tokyo. Never throws on plain data.
 */
export function checkConsultation(value: unknown, today?: string): RawIssue[] {
  const issues = inspect(consultation, value);
  return issues.length ? issues : crossIssues(value as Consultation, today);
}

/** What is wrong with what a server calls a receipt: a page in between may answer 200 with something else. */
export const checkReceipt = (value: unknown): RawIssue[] => inspect(exchange.receipt, value);

/** The same for a thread. */
export const checkThread = (value: unknown): RawIssue[] => inspect(exchange.thread, value);
