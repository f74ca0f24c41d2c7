/**
 * Where somebody stands in the form: what they have written, which step they see, what is to be looked at again, how the sending goes.
 * DOM-free; the element shows it and tells it what happens.
 */
import type { Receipt } from '@tsunagu/schema/consultation';
import { asked, isEmpty, noAnswers, stepNames, type Answers, type FieldName, type MemberAnswer, type StepName } from './answers.js';
import { allProblems, problemsOf, type Problem } from './to-consultation.js';

/** The page that is shown: a step, everything before it is sent, or what came of it. */
export type Page = StepName | 'check' | 'sent';

export type Sending =
  { kind: 'no' } | { kind: 'sending' } | { kind: 'offline' } | { kind: 'again'; seconds: number } | { kind: 'failed'; reason: string };

export interface SessionState {
  answers: Answers;
  page: Page;
  problems: readonly Problem[];
  sending: Sending;
  receipt?: Receipt | undefined;
}

const start = (): SessionState => ({ answers: noAnswers(), page: 'who', problems: [], sending: { kind: 'no' } });

export class Session {
  state: SessionState = start();
  private onePage = false;
  /** Somebody came back from the last page to change one thing: from here it goes straight back there. */
  private revising = false;
  /** Texts that were asked about and left as they are. */
  private accepted = new Set<string>();

  constructor(
    /** Today in Asia/Tokyo, `YYYY-MM-DD`. */
    private readonly today: () => string,
    /** What is shown has changed; `moved`: another page is shown. */
    private readonly onChange: (moved: boolean) => void,
  ) {}

  /** Every question on one page (`layout="page"`); may change while somebody writes. */
  get single(): boolean {
    return this.onePage;
  }
  set single(single: boolean) {
    this.onePage = single;
    if (single && this.state.page !== 'check' && this.state.page !== 'sent') this.state = { ...this.state, page: 'who' };
  }

  get isEmpty(): boolean {
    return isEmpty(this.state.answers);
  }

  /** The steps in front of the page that shows everything. */
  get steps(): readonly StepName[] {
    return this.single ? stepNames.slice(0, 1) : stepNames;
  }

  /** What a page asks. */
  questions(page: Page): { step: StepName; fields: ReturnType<typeof asked> }[] {
    const steps = page === 'check' || (this.single && page !== 'sent') ? stepNames : page === 'sent' ? [] : [page];
    return steps.map((step) => ({ step, fields: asked(step, this.state.answers) }));
  }

  /** Takes an answer as typed. Nothing is judged; a problem told before is taken back once it is mended and the field left. */
  answer(name: FieldName, value: string | readonly string[] | readonly MemberAnswer[]): void {
    this.state.answers = { ...this.state.answers, [name]: value };
  }

  /** A field was left: takes back the problems that are none any more. */
  recheck(): void {
    const { problems, answers } = this.state;
    if (!problems.length) return;
    const still = allProblems(answers, this.today());
    this.set({ problems: problems.filter(({ field, code }) => still.some((one) => one.field === field && one.code === code)) });
  }

  /** On to the next page, unless something here is to be looked at again. */
  next(): void {
    const { page, answers } = this.state;
    const steps = this.single ? stepNames : stepNames.filter((step) => step === page);
    const problems = this.open(steps.flatMap((step) => problemsOf(step, answers, this.today())));
    if (problems.length) {
      this.state = { ...this.state, problems };
      return this.onChange(true);
    }
    this.go(this.leadsToCheck ? 'check' : this.steps[this.steps.indexOf(page as StepName) + 1]!);
  }

  /** The page that shows everything comes next. */
  get leadsToCheck(): boolean {
    return this.revising || this.state.page === this.steps.at(-1);
  }

  /** From the last page to a step, to change something there. */
  revise(step: StepName): void {
    this.go(step);
    this.revising = true;
  }

  back(): void {
    const { page } = this.state;
    const index = page === 'check' ? this.steps.length : this.steps.indexOf(page as StepName);
    if (index > 0) this.go(this.steps[index - 1]!);
  }

  /** To a page. */
  go(page: Page): void {
    this.revising = false;
    const shown = this.single && page !== 'check' && page !== 'sent' ? 'who' : page;
    this.state = { ...this.state, page: shown, problems: [], sending: { kind: 'no' } };
    this.onChange(true);
  }

  /** Everything that keeps it from being sent; shows the first of them. */
  hold(): boolean {
    const problems = this.open(allProblems(this.state.answers, this.today()));
    const first = problems[0];
    if (!first) return false;
    this.state = {
      ...this.state,
      page: this.single ? 'who' : first.step,
      problems: problems.filter(({ step }) => this.single || step === first.step),
      sending: { kind: 'no' },
    };
    this.onChange(true);
    return true;
  }

  /** What keeps it from being sent as it stands, without what was asked about before. */
  get blocking(): Problem[] {
    return this.unasked(allProblems(this.state.answers, this.today()));
  }

  private unasked(problems: Problem[]): Problem[] {
    return problems.filter(({ soft }) => soft === undefined || !this.accepted.has(soft));
  }

  /** Without those that were asked about before; from now on the others count as asked about. */
  private open(problems: Problem[]): Problem[] {
    const open = this.unasked(problems);
    for (const { soft } of open) if (soft !== undefined) this.accepted.add(soft);
    return open;
  }

  set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    this.onChange(false);
  }

  /** It arrived: what was written is no longer needed here. */
  arrived(receipt?: Receipt): void {
    this.accepted.clear();
    this.revising = false;
    this.state = { ...start(), page: 'sent', receipt };
    this.onChange(true);
  }

  /** Goes on with a draft. `interrupted`: it was being sent when the page went away, and nobody knows whether it arrived. */
  resume(answers: Answers, page: string, interrupted: boolean): void {
    const pages: readonly string[] = [...stepNames, 'check'];
    this.state = {
      ...start(),
      answers,
      page: interrupted ? 'check' : this.single || !pages.includes(page) ? 'who' : (page as Page),
      sending: interrupted ? { kind: 'failed', reason: 'interrupted' } : { kind: 'no' },
    };
    this.onChange(false);
  }

  /** Forgets everything. `moved`: the person asked for it, and the focus goes to the beginning. */
  wipe(moved = true): void {
    this.accepted.clear();
    this.revising = false;
    this.state = start();
    this.onChange(moved);
  }
}
