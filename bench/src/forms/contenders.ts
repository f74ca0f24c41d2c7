/** Who is measured. With `root` the form lives in that element's shadow tree (and in shadow trees inside it); otherwise in the document. */
export interface FormContender {
  id: string;
  label: string;
  kind: 'ours' | 'peer' | 'floor';
  root?: string;
}

export const formContenders: readonly FormContender[] = [
  { id: 'ours', label: '**tsunagu-consultation-form**', kind: 'ours', root: 'tsunagu-consultation-form' },
  { id: 'surveyjs', label: 'SurveyJS', kind: 'peer' },
  { id: 'formio', label: 'Form.io', kind: 'peer' },
  { id: 'jsonforms', label: 'JSON Forms', kind: 'peer' },
  { id: 'rjsf', label: 'RJSF', kind: 'peer' },
  { id: 'floor-html', label: 'floor A: plain HTML in the page', kind: 'floor' },
  { id: 'floor-element', label: 'floor B: one custom element, no library', kind: 'floor', root: 'plain-form' },
];
