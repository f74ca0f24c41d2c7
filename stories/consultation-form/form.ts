import type { ConsultationForm } from '@tsunagu/consultation-form';
import type { Consultation, Receipt } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { playing, press, type Act } from '../shared/acts.js';

export { choose, press, shows, write } from '../shared/acts.js';

/** A Tuesday morning on which every weekday desk is open. Stories name their moment, so that they look the same every day. */
export const tuesday = '2026-11-24T10:00';

export interface FormArgs {
  directory?: Directory | undefined;
  src?: string;
  windowId?: string;
  topics?: string;
  layout?: 'steps' | 'page';
  draft?: 'off' | 'tab' | 'device';
  action?: string;
  replies?: string;
  heading?: string;
  languages?: string;
  lang?: string;
  at?: string;
  id?: string;
}

/** What a city writes between the tags: shown while script does not run. */
export const fallback = (): TemplateResult => html`<p>みほん市役所 つながり支援課 <a href="tel:03-0000-1000">03-0000-1000</a></p>`;

/** The form as a story's controls set it. */
export function form(args: FormArgs, children: TemplateResult = fallback()): TemplateResult {
  return html`<tsunagu-consultation-form
    id=${args.id ?? nothing}
    .directory=${args.directory}
    src=${args.src ?? nothing}
    window-id=${args.windowId ?? nothing}
    topics=${args.topics ?? nothing}
    layout=${args.layout ?? nothing}
    draft=${args.draft ?? nothing}
    action=${args.action ?? nothing}
    replies=${args.replies ?? nothing}
    heading=${args.heading ?? nothing}
    languages=${args.languages ?? nothing}
    lang=${args.lang ?? nothing}
    at=${args.at ?? tuesday}
    >${children}</tsunagu-consultation-form
  >`;
}

/** Somebody who has written nearly everything that is asked. */
export const written: Partial<Consultation> = {
  about: { who: 'family', relation: '母', awareness: 'does-not-know' },
  topics: ['care', 'income', 'family-relations'],
  mainTopic: 'care',
  words: '母の物忘れがひどくなり、目が離せません。\n仕事を休む日が増えて、家賃も遅れています。',
  since: 'half-year',
  urgency: 'days',
  contact: {
    mode: 'named',
    name: '山田 花子',
    kana: 'やまだ はなこ',
    ways: ['receipt', 'phone', 'email', 'fax', 'letter'],
    phone: '090-0000-0000',
    email: 'hanako@example.jp',
    fax: '0743-74-9100',
    address: 'みほん市本町1丁目1番1号',
    safeCall: { voicemail: 'no', callerName: 'person', callerNameText: '山田', times: ['morning'], never: '夜は家族がいます。' },
  },
  needs: { ids: ['interpreter', 'companion'], language: 'ポルトガル語', note: '人が多いところが苦手です。' },
  person: { birthDate: '1950-04-01', ageBand: '75-84', town: '本町一丁目', household: [{ relation: 'parent', age: 76, note: '要支援1' }] },
};

export const receipt: Receipt = {
  number: 'K7MF-3W9X',
  secret: 'Q2DH-8VNR-5TJC-Z4GP',
  receivedAt: '2026-11-24T01:00:00.000Z',
  replyBy: '2026-11-27',
};

/** Does one thing after the other. */
export const play = playing<ConsultationForm>('tsunagu-consultation-form');

export const next = press('[part=next]');

export const fill: Act<ConsultationForm> = (element) => {
  element.value = written;
};

/** Fills in everything and goes as far as the page that shows it. */
export const toCheck: readonly Act<ConsultationForm>[] = [fill, next, next, next, next];

/** Sends it, with the page as the one that takes it: `then` says what the page does. */
export const send =
  (then: Act<ConsultationForm> = () => undefined): Act<ConsultationForm> =>
  async (element) => {
    const taken = new Promise<void>((resolve) => {
      const take = (event: Event): void => {
        event.preventDefault();
        resolve();
      };
      element.addEventListener('tsunagu-consultation-submit', take, { once: true });
    });
    await next(element);
    await taken;
    await then(element);
  };
