/** A household of twelve with 20,000 characters of text, and what each of them agreed to: invented, and the same in every run. */
import { appendEvent, type ConsentDraft, type ConsentEvent } from '../../../packages/schema/src/consent/index.js';
import { itemIds } from '../../../packages/schema/src/consent/index.js';
import type { ReferralSheet } from '../../../packages/schema/src/referral/referral.schema.js';

/** A Tuesday morning in Japan. */
export const now = '2026-11-24T01:00:00.000Z';
export const desk = 'city-hall';

const line =
  '3か月前に、母の介護のため退職した。家賃を2か月分滞納し、管理会社から連絡が来ている。夜は眠れず、食事の支度もつらいと話す。弟とは連絡を取っていない。';
/** Real sentences, so that lines break as they do in a record; a new line every four. */
const words = (length: number): string =>
  Array.from({ length: Math.ceil(length / line.length) }, (_, index) => line + (index % 4 === 3 ? '\n' : ''))
    .join('')
    .slice(0, length);

export interface Given {
  value: { sheet: ReferralSheet; events: [] };
  consent: Record<string, ConsentEvent[]>;
  /** Characters somebody wrote. */
  characters: number;
}

async function agreed(ref: string): Promise<ConsentEvent[]> {
  const about = { record: `consent-${ref}`, subject: { ref }, writtenBy: { agency: desk, name: '相談 花子' } };
  const cells = ['forest', 'shakyo'].flatMap((agency) => itemIds.map((item) => ({ purpose: 'referral', agency, item })));
  const asked = {
    ...about,
    id: `${ref}-0`,
    at: '2026-11-02T01:00:00.000Z',
    type: 'requested',
    request: {
      purposes: ['referral'],
      agencies: ['forest', 'shakyo'],
      items: [...itemIds],
      period: { until: 'date', date: '2027-03-31' },
      withdrawal: [{ way: 'desk' }],
      notices: [{ version: '1', language: 'ja', text: 'だれに、どこまで伝えてよいか、いっしょに決めます。' }],
      askedBy: { agency: desk, name: '相談 花子' },
    },
  };
  let events: ConsentEvent[] = [];
  const write = async (draft: object): Promise<void> => {
    const result = await appendEvent(events, draft as unknown as ConsentDraft, { now: (draft as { at: string }).at });
    if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
    events = result.events;
  };
  await write(asked);
  const notice = (events[0] as Extract<ConsentEvent, { type: 'requested' }>).request.notices[0]?.hash;
  await write({
    ...about,
    id: `${ref}-1`,
    at: '2026-11-02T01:10:00.000Z',
    type: 'partly-given',
    expressed: {
      by: 'self',
      how: 'oral',
      language: 'ja',
      explainedBy: { agency: desk, name: '相談 花子' },
      witness: { name: '立会 次郎', role: '民生委員' },
    },
    notice,
    decisions: cells.map((cell) => ({ ...cell, decision: cell.item === 'debt' ? 'refused' : 'given' })),
  });
  return events;
}

/** `situation`: characters in the longest text; the others share the rest of 20,000. */
export async function household(situation: number): Promise<Given> {
  const rest = 20_000 - situation;
  const share = Math.floor(rest / 40);
  const sheet = {
    schemaVersion: '1.0',
    id: 'bench-1',
    salt: '5f0c2d7c9b1e4a6f8d3b2a1c0e9f7d6b',
    createdAt: '2026-11-24T00:30:00.000Z',
    city: '292095',
    from: { agency: desk, name: '生駒市役所庁内', worker: '相談 花子' },
    to: { agency: 'forest', name: 'フォレスト地域包括支援センター' },
    coordinator: { agency: 'shakyo', name: '(福)生駒市社会福祉協議会' },
    respondDays: 3,
    basis: { kind: 'consent' },
    person: { ref: 'p-0', name: '見本 太郎', kana: 'みほん たろう', birthDate: '1968-05-10', town: '東新町', phones: ['0743-00-0000'] },
    topics: ['income', 'rent-loan', 'care'],
    mainTopic: 'rent-loan',
    words: words(share * 2),
    wishes: words(share),
    refuses: words(share),
    household: {
      size: 13,
      members: Array.from({ length: 12 }, (_, index) => ({
        ref: `p-${index + 1}`,
        relation: ['spouse', 'child', 'parent', 'sibling'][index % 4],
        name: `見本 家族${index + 1}`,
        age: 4 + index * 7,
        together: true,
        work: '学校',
        health: words(share),
        care: words(share),
        note: words(Math.floor(share / 2)),
      })),
    },
    situation: words(situation),
    assessment: Object.fromEntries(
      ['health', 'care', 'housing', 'income', 'debt', 'work'].map((area) => [area, { level: 'worry', note: words(Math.floor(share / 2)) }]),
    ),
    done: [{ on: '2026-11-20', by: '相談 花子', what: words(share) }],
    request: { ids: ['meet'], text: words(share) },
  } as unknown as ReferralSheet;
  const people = Array.from({ length: 13 }, (_, index) => `p-${index}`);
  const consent = Object.fromEntries(await Promise.all(people.map(async (ref) => [ref, await agreed(ref)] as const)));
  const characters = JSON.stringify(sheet).replace(/[^\u3000-\u9fff\uff00-\uffef]/g, '').length;
  return { value: { sheet, events: [] }, consent, characters };
}
