import { expect } from '@open-wc/testing';
import type { Language } from '@tsunagu/core';
import type { ConsentEvent } from '@tsunagu/schema/consent';
import { decideForum, type ForumCase, type ForumDecision } from '@tsunagu/schema/meeting';
import { forumPanel, forumWords, leftOutGroups } from '../../packages/consent-dialog/src/parts/forum.js';
import { workerBody, type WorkerAnswers } from '../../packages/consent-dialog/src/parts/worker.js';
import { names, stage } from './parts-stage.js';

const at = '2026-11-30T00:00:00Z';
const agencies = ['chiiki-houkatsu', 'school'];
const items = ['name', 'health'];
const hash = (seq: number): string => String(seq).padStart(64, '0');

/** A record of one question and what came after it; hashes are made up, since only what follows from a record matters here. */
function record(...after: object[]): ConsentEvent[] {
  const notices = [{ version: '1', language: 'ja', text: '説明', hash: 'a'.repeat(64) }];
  const request = { purposes: ['plan-meeting'], agencies, items, period: { until: 'plan-end' }, withdrawal: [{ way: 'desk' }], notices };
  return [{ type: 'requested', request }, ...after].map((event, seq) => ({
    schemaVersion: '1.0',
    id: `event-${seq}`,
    record: 'record-1',
    subject: { ref: 'case-7-a' },
    seq,
    at: `2026-11-2${seq + 1}T01:00:00.000Z`,
    hash: hash(seq),
    ...(seq && { previous: hash(seq - 1) }),
    expressed: { by: 'self', how: 'oral', language: 'ja' },
    ...event,
  })) as unknown as ConsentEvent[];
}

const answer = (decide: (agency: string, item: string) => string): object => ({
  type: 'partly-given',
  notice: 'a'.repeat(64),
  decisions: agencies.flatMap((agency) => items.map((item) => ({ purpose: 'plan-meeting', agency, item, decision: decide(agency, item) }))),
});
const partly = record(answer((agency, item) => (agency === 'school' || item === 'health' ? 'refused' : 'given')));
const refused = record({ type: 'refused', reAskAfter: '2027-02-01' });

const decide = (events: ConsentEvent[], more: Partial<ForumCase> = {}): ForumDecision =>
  decideForum({ subject: { ref: 'case-7-a', events }, agencies, items, oneDesk: 'no', ...more }, at);
const view = async (language: Language = 'ja') => ({
  words: await forumWords(language),
  names: await names(language),
  furigana: language === 'ja-x-easy',
});

describe('the room in which a case may be discussed', () => {
  it('with consent is the 重層的支援会議, with what may be told there and to whom', async () => {
    const { draw, text } = stage();
    await draw(forumPanel(decide(partly), await view()));
    expect(text('forum-room')).to.equal('重層的支援会議');
    expect(text('forum-reason')).to.contain('本人の同意があるため').and.contain('重層的支援会議で支援プランを話し合えます');
    const [name, health] = (await names()).list('item', items);
    expect(text('forum-shares')).to.contain(`地域包括支援センター：${name}`).and.not.contain('学校');
    expect(text('forum-out')).to.contain(`学校：${name}、${health}（「伝えない」と決めている）`);
    expect(text('forum-out')).to.contain(`地域包括支援センター：${health}（「伝えない」と決めている）`);
    expect(text('forum-basis')).to.contain('社会福祉法第106条の4第2項第6号');
    expect(text('forum-record')).to.contain('次に見直す日');
  });

  it('without consent, with a ground, is the 支援会議, with its basis, the members’ duty and what to record', async () => {
    const { draw, text, all } = stage();
    await draw(forumPanel(decide(refused, { grounds: ['urgent'] }), await view()));
    expect(text('forum-room')).to.equal('支援会議（社会福祉法第106条の6）');
    expect(text('forum-reason')).to.contain('構成員には守秘義務があります。理由を記録してください。');
    expect(text('forum-grounds')).to.contain('命や暮らしに危険が及ぶおそれ');
    expect(text('forum-basis')).to.contain('社会福祉法第106条の6第1項').and.contain('第5項');
    expect(text('forum-record')).to.contain('守秘義務を確かめた日時');
    expect(text('forum-ask')).to.contain('2月1日より前には聞きません');
    expect(all('forum-out')).to.have.length(0);
  });

  it('stays at the desk where there is neither', async () => {
    const { draw, text, all } = stage();
    await draw(forumPanel(decide(refused), await view()));
    expect(text('forum-room')).to.equal('この窓口で支える');
    expect(text('forum-reason')).to.contain('支援会議で扱うには、理由が必要です');
    expect(all('forum-shares')).to.have.length(0);
  });

  it('says that telling by law waits for no consent and no meeting, in each language', async () => {
    const { draw, text } = stage();
    await draw(forumPanel(decide(refused), await view()));
    expect(text('forum-duty')).to.contain('本人の同意がなくてもできます').and.contain('児童虐待防止法第6条').and.contain('会議を待たずに');
    await draw(forumPanel(decide(refused), await view('en')));
    expect(text('forum-duty')).to.contain('Child Abuse Prevention Act, art. 6');
    await draw(forumPanel(decide(refused), await view('ja-x-easy')));
    expect(text('forum-duty')).to.contain('法律').and.contain('189');
  });

  it('uses the city’s own word for its meetings', async () => {
    const { draw, text } = stage();
    await draw(forumPanel(decide(partly), await view(), { planMeeting: 'いこまる会議' }));
    expect(text('forum-room')).to.equal('いこまる会議');
  });

  it('says whose it is, where others of the household are spoken of', async () => {
    const { draw, text } = stage();
    const household = [{ ref: 'case-7-b' }];
    await draw(forumPanel(decide(partly, { household }), await view(), { subject: 'case-7-a' }));
    expect(text('forum-out')).to.contain('世帯の人（case-7-b）について：').and.contain('まだ聞いていない');
  });

  it('says in English and やさしい日本語 what it says in Japanese', async () => {
    for (const [language, room, duty] of [
      ['en', 'art. 106-6', 'bound to secrecy'],
      ['ja-x-easy', '支援会議', '秘密を 守る'],
    ] as const) {
      const { draw, text, root } = stage(320);
      await draw(forumPanel(decide(refused, { grounds: ['urgent', 'no-contact'] }), await view(language)));
      expect(text('forum-room')).to.contain(room);
      expect(text('forum-reason')).to.contain(duty);
      await expect(root.host).to.be.accessible();
      if (language === 'en') expect(text('forum').replace(/（[^）]*）|\([^)]*\)|支援会議/g, '')).not.to.match(/[ぁ-ん]/);
    }
  });

  it('groups what stays outside without losing or making up a cell', () => {
    const leftOut = agencies.flatMap((agency) => items.map((item) => ({ ref: 'a', agency, item, reason: 'refused' as const })));
    expect(leftOutGroups(leftOut)).to.deep.equal([{ ref: 'a', agencies, items, reason: 'refused' }]);
    const mixed = [...leftOut.slice(0, 3), { ...leftOut[3]!, reason: 'not-asked' as const }];
    const cells = leftOutGroups(mixed).flatMap(({ ref, agencies: some, items: what, reason }) =>
      some.flatMap((agency) => what.map((item) => ({ ref, agency, item, reason }))),
    );
    expect(cells).to.have.deep.members(mixed);
  });
});

describe('the worker’s mode', () => {
  async function open(events: ConsentEvent[], language: Language = 'ja') {
    const shown = stage();
    const parts = await view(language);
    let answers: WorkerAnswers = { grounds: [] };
    const draw = (): Promise<void> =>
      shown.draw(workerBody({ events, agencies, items, at, answers, onChange: (next) => (answers = next) }, parts));
    const tick = async (value: string): Promise<void> => {
      shown.root.querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();
      await draw();
    };
    await draw();
    return { ...shown, tick, answers: () => answers };
  }

  it('ticks nothing beforehand, and says no room before it was told whether one desk is enough', async () => {
    const { root, text, all } = await open(partly);
    expect(root.querySelectorAll(':checked')).to.have.length(0);
    expect(text('worker-status')).to.contain('一部だけ、伝えてよいと決めています');
    expect(all('forum')).to.have.length(0);
    expect(text('worker-open')).to.contain('下の問いに答えると');
  });

  it('asks for grounds only where there is no consent to go by, and follows them', async () => {
    const { tick, text, all, root, answers } = await open(refused);
    await tick('no');
    expect(text('forum-room')).to.equal('この窓口で支える');
    await tick('urgent');
    expect(text('forum-room')).to.contain('支援会議');
    expect(root.querySelector('[role=status]')!.textContent).to.contain('支援会議');
    await tick('urgent');
    expect(text('forum-room')).to.equal('この窓口で支える');
    expect(answers()).to.deep.equal({ oneDesk: 'no', grounds: [] });
    await tick('yes');
    expect(all('worker-ground')).to.have.length(0);

    const agreed = await open(partly);
    await agreed.tick('no');
    expect(agreed.text('forum-room')).to.equal('重層的支援会議');
    expect(agreed.all('worker-ground')).to.have.length(0);
  });

  it('goes from one room to the other as consent is taken back', async () => {
    const withdrawn = [
      ...partly,
      { ...partly[1]!, type: 'withdrawn', scope: { all: 'yes' }, seq: 2, hash: hash(2), previous: hash(1), at: '2026-11-25T01:00:00.000Z' },
    ] as ConsentEvent[];
    const { tick, text } = await open(withdrawn);
    await tick('no');
    await tick('refused-at-risk');
    expect(text('worker-status')).to.contain('取りやめています');
    expect(text('forum-room')).to.contain('支援会議（');
    expect(text('forum-reason')).to.contain('本人が同意を取りやめているため');
  });

  it('is accessible with everything open', async () => {
    for (const language of ['ja', 'ja-x-easy', 'en'] as const) {
      const { tick, root } = await open(refused, language);
      await tick('unsure');
      await tick('no-contact');
      await expect(root.host).to.be.accessible();
      expect(root.querySelector('[style], style')).to.equal(null);
    }
  });
});
