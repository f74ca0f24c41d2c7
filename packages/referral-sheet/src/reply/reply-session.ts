/** What is being written in the reply: the step that was chosen, its fields, and what is wrong with them. Survives whatever comes in meanwhile. No DOM. */
import type { HeardAnswer } from '@tsunagu/schema/referral';
import type { AnyReferralState, ReferralAction } from '@tsunagu/schema/referral/light';
import type { ReplyAction } from '../locales/messages.js';
import { actionOf, fieldsOf, problemsOf, type FieldName, type Problem, type Written } from './fields.js';

export class ReplySession {
  chosen: ReplyAction | undefined;
  /** Of the last try to send; nothing is judged while somebody writes. */
  problems: readonly [FieldName, Problem][] = [];
  private readonly drafts = new Map<ReplyAction, Written>();

  /** `own`: what this desk was writing for itself meanwhile. */
  constructor(
    readonly heard?: HeardAnswer,
    readonly own?: ReplySession,
  ) {}

  /** Each step keeps its own words: a question is no reason. */
  get written(): Written {
    return (this.chosen && this.drafts.get(this.chosen)) ?? {};
  }

  choose(action: ReplyAction): void {
    if (action === this.chosen) return;
    this.chosen = action;
    this.problems = [];
  }

  write(name: FieldName, value: string): void {
    if (this.chosen) this.drafts.set(this.chosen, { ...this.written, [name]: value });
  }

  /** The action, if everything it needs is there; else `problems` says what is not. */
  finish(state: AnyReferralState, today: string, nameOf: (desk: string) => string | undefined): ReferralAction | undefined {
    const { chosen, written } = this;
    if (!chosen) return undefined;
    const fields = fieldsOf(chosen, state);
    this.problems = problemsOf(fields, chosen, written, today);
    return this.problems.length ? undefined : actionOf(chosen, fields, written, nameOf(written.to ?? ''));
  }

  /** It was recorded; what goes on. */
  sent(action: ReplyAction): ReplySession {
    this.drafts.delete(action);
    if (this.chosen === action) this.chosen = undefined;
    this.problems = [];
    return this.own ?? this;
  }

  /** Something else was recorded meanwhile: it has to be chosen anew. What was written stays. */
  unchoose(): void {
    this.chosen = undefined;
    this.problems = [];
  }

  /** Texts written for steps that are none any more. */
  leftover(legal: readonly string[]): string[] {
    return [...this.drafts].flatMap(([action, { text = '', nextStep = '', toPerson = '' }]) =>
      legal.includes(action) ? [] : [text, nextStep, toPerson].filter((each) => each.trim()),
    );
  }
}
