/** From the first question to the page that shows everything, and back. */
import { expect, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import type { Directory } from '@tsunagu/schema/directory';
import { mihon } from '../../stories/cities.js';
import { isSeen, until } from '../core/page.js';
import {
  answers,
  back,
  choice,
  focused,
  goTo,
  has,
  line,
  next,
  part,
  parts,
  place,
  press,
  problem,
  questions,
  said,
  sendAway,
  shadow,
  show,
  tick,
  title,
  titles,
  tuesday,
  type,
  write,
} from './form.js';

const formOf = (): Promise<ConsultationForm> => show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);
const heading = (form: ConsultationForm): Element => shadow(form).querySelector('.page-title')!;

describe('steps', () => {
  it('say where one is, in words, and the focus goes to the title of each', async () => {
    const form = await formOf();
    expect([place(form), title(form)]).to.deep.equal(['4つのうち 1つ目', titles.who]);
    expect(focused(form), 'the page is not scrolled to a form nobody asked for').to.equal(null);
    await next(form);
    expect([place(form), title(form)]).to.deep.equal(['4つのうち 2つ目', titles.worry]);
    expect(focused(form)).to.equal(heading(form));
    await tick(form, 'topics', 'debt');
    await next(form);
    expect([place(form), title(form)]).to.deep.equal(['4つのうち 3つ目', titles.reply]);
    await next(form);
    expect(said(part(form, 'next'))).to.equal('書いたことを確かめる');
    await next(form);
    expect([place(form), title(form)]).to.deep.equal(['', titles.check]);
    expect(said(part(form, 'next'))).to.equal('相談を送る');
    for (const page of [titles.more, titles.reply, titles.worry, titles.who]) {
      await back(form);
      expect(title(form)).to.equal(page);
      expect(focused(form)).to.equal(heading(form));
    }
    expect(has(form, 'back')).to.equal(false);
  });

  it('lose nothing on the way back', async () => {
    const form = await formOf();
    await tick(form, 'who', 'family');
    await write(form, 'relation', '母');
    await next(form);
    for (const topic of ['care', 'income']) await tick(form, 'topics', topic);
    await tick(form, 'mainTopic', 'income');
    await type(form, 'words', ' 母の介護で\n仕事を休んでいます ');
    await back(form);
    expect(choice(form, 'who', 'family').checked).to.equal(true);
    expect(line(form, 'relation').value).to.equal('母');
    await next(form);
    expect(line(form, 'words').value).to.equal(' 母の介護で\n仕事を休んでいます ');
    expect(['care', 'income', 'debt'].map((topic) => choice(form, 'topics', topic).checked)).to.deep.equal([true, true, false]);
    expect(choice(form, 'mainTopic', 'income').checked).to.equal(true);
  });

  it('show the way out, the desk and one way on, on each page in the same place', async () => {
    const form = await formOf();
    await tick(form, 'who', 'self');
    for (const page of ['who', 'worry', 'reply', 'more', 'check'] as const) {
      if (page === 'reply') await tick(form, 'topics', 'other');
      await goTo(form, page);
      expect(said(part(form, 'exit-button')), page).to.equal('このページをすぐ閉じる');
      expect(parts(form, 'next').filter(isSeen), page).to.have.length(1);
    }
  });

  it('leave the address, the title and the history of the page alone', async () => {
    const before = [location.href, document.title, history.length];
    const form = await formOf();
    await next(form);
    await next(form);
    await press(form, part(form, 'summary')!.querySelector('a'));
    await tick(form, 'topics', 'debt');
    await goTo(form, 'check');
    await back(form);
    expect([location.href, document.title, history.length]).to.deep.equal(before);
  });
});

describe('what is asked', () => {
  it('is only what follows from the answers', async () => {
    const form = await formOf();
    expect(questions(form)).to.deep.equal(['who']);
    for (const [who, asked] of [
      ['supporter', ['who', 'role', 'relation', 'awareness']],
      ['family', ['who', 'relation', 'awareness']],
      ['self', ['who']],
      ['unsaid', ['who']],
    ] as const) {
      await tick(form, 'who', who);
      expect(questions(form), who).to.deep.equal(asked);
    }
    await next(form);
    expect(questions(form)).to.deep.equal(['topics', 'words', 'since', 'urgency']);
    await tick(form, 'topics', 'debt');
    expect(questions(form)).to.not.include('mainTopic');
    await tick(form, 'topics', 'housing');
    expect(questions(form)).to.include('mainTopic');
    const worst = [...shadow(form).querySelectorAll<HTMLInputElement>('[name=mainTopic]')].map(({ value }) => value);
    expect(worst.sort()).to.deep.equal(['debt', 'housing']);
    await next(form);
    expect(questions(form)).to.deep.equal(['mode']);
    await tick(form, 'mode', 'nickname');
    expect(questions(form)).to.deep.equal(['mode', 'nickname', 'ways']);
    for (const way of ['phone', 'email', 'fax', 'letter']) await tick(form, 'ways', way);
    expect(questions(form)).to.include.members(['phone', 'email', 'fax', 'address', 'voicemail', 'callerName', 'times', 'never']);
    await tick(form, 'callerName', 'city');
    expect(questions(form)).to.not.include('callerNameText');
    await tick(form, 'callerName', 'other');
    expect(questions(form)).to.include('callerNameText');
    await tick(form, 'mode', 'anonymous');
    expect(questions(form)).to.deep.equal(['mode']);
  });

  it('keeps its answer while it is not asked, but does not send it', async () => {
    const form = await formOf();
    await tick(form, 'who', 'supporter');
    await tick(form, 'role', 'worker');
    await write(form, 'relation', '担当の人');
    await tick(form, 'who', 'self');
    await next(form);
    for (const topic of ['debt', 'housing']) await tick(form, 'topics', topic);
    await tick(form, 'mainTopic', 'housing');
    await tick(form, 'topics', 'housing');
    await next(form);
    await tick(form, 'mode', 'named');
    await write(form, 'name', '山田 花子');
    await tick(form, 'ways', 'phone');
    await write(form, 'phone', '090-1234-5678');
    await write(form, 'never', '夜はやめてください');
    await tick(form, 'mode', 'anonymous');
    await goTo(form, 'check');
    expect(said(shadow(form)))
      .not.to.contain('1234')
      .and.not.to.contain('山田')
      .and.not.to.contain('担当の人');
    const { consultation, body } = await sendAway(form);
    expect(consultation).to.deep.include({ about: { who: 'self' }, topics: ['debt'], contact: { mode: 'anonymous' } });
    expect(consultation).not.to.have.property('mainTopic');
    expect(JSON.stringify(body)).not.to.match(/1234|山田|夜は|担当|worker/);
    await back(form);
    await back(form);
    await tick(form, 'mode', 'named');
    expect(line(form, 'name').value).to.equal('山田 花子');
  });

  it('is marked as free to leave out, unless it follows from what was chosen', async () => {
    const form = await formOf();
    await next(form);
    await tick(form, 'topics', 'debt');
    await next(form);
    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'phone');
    const tag = (name: string): string => said(shadow(form).querySelector(`#question-${name} .tag`));
    expect(isSeen(shadow(form).querySelector('#question-phone .tag')), 'a number to be called back on').to.equal(false);
    for (const name of ['mode', 'nickname', 'voicemail', 'never']) expect(tag(name), name).to.equal('任意');
  });

  it('needs one thing only: a worry, or a word', async () => {
    for (const give of [
      (form: ConsultationForm) => tick(form, 'topics', 'no-food'),
      (form: ConsultationForm) => write(form, 'words', '助けて'),
    ]) {
      const form = await formOf();
      await next(form);
      await next(form);
      expect(title(form)).to.equal(titles.worry);
      await give(form);
      const { consultation } = await sendAway(form);
      expect(Object.keys(consultation!).sort()).to.deep.equal(
        ['language', 'schemaVersion', consultation!.words ? 'words' : 'topics'].sort(),
      );
    }
  });

  it('is not answered by blanks', async () => {
    const form = await formOf();
    await next(form);
    await write(form, 'words', ' \n　\u200b ');
    await next(form);
    expect(title(form)).to.equal(titles.worry);
    expect(problem(form, 'topics')).to.equal('1つ選ぶか、ひとことだけ書いてください。');
  });

  it('tells how much room is left only near the end, and the whole truth beyond it', async () => {
    const form = await formOf();
    await next(form);
    const left = (): string => said(shadow(form).querySelector('#question-words [role=status]'));
    await type(form, 'words', 'あ'.repeat(4000));
    expect(left()).to.equal('');
    await type(form, 'words', 'あ'.repeat(4990));
    expect(left()).to.equal('あと10文字書けます');
    await type(form, 'words', 'あ'.repeat(5003));
    expect(left()).to.equal('3文字、多いようです');
    expect(line(form, 'words').value).to.have.length(5003);
    await next(form);
    expect(problem(form, 'words')).to.contain('少し長いようです');
    await type(form, 'words', 'あ'.repeat(3000));
    expect(left(), 'back below the limit').to.equal('');
  });
});

describe('what is to be looked at again', () => {
  async function atReply(): Promise<ConsultationForm> {
    const form = await formOf();
    await next(form);
    await tick(form, 'topics', 'debt');
    await next(form);
    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'phone');
    await tick(form, 'ways', 'email');
    return form;
  }

  it('is told on going on, never while somebody writes or when a field is left', async () => {
    const form = await atReply();
    for (const text of ['0', '074', '0743-7', 'abc', '']) {
      await write(form, 'phone', text);
      await write(form, 'email', `${text}@`);
      expect(has(form, 'summary'), text).to.equal(false);
      expect(parts(form, 'problem'), text).to.be.empty;
      expect(line(form, 'phone').hasAttribute('aria-invalid'), text).to.equal(false);
    }
  });

  it('is listed with links and gets the focus; each link leads into its field, and the field says why', async () => {
    const form = await atReply();
    await write(form, 'phone', '0743-74-111');
    await write(form, 'email', 'hanako.example.jp');
    await next(form);
    const summary = part(form, 'summary')!;
    expect(focused(form)).to.equal(summary);
    expect(said(summary)).to.contain('あと2か所、確かめてください');
    const links = [...summary.querySelectorAll('a')];
    expect(links.map(said)).to.deep.equal([
      '電話番号：数字が足りないようです（例 090-0000-0000）。',
      'メールアドレス：「@」が抜けているようです（例 name@example.jp）。',
    ]);
    for (const [index, name] of ['phone', 'email'].entries()) {
      await press(form, links[index]);
      const field = line(form, name);
      expect(focused(form)).to.equal(field);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      const described = field.getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => said(shadow(form).getElementById(id))).join()).to.contain(problem(form, name));
    }
    expect(line(form, 'phone').value, 'what was written stays').to.equal('0743-74-111');
  });

  it('is taken back once it is mended and the field left; then the way on is free', async () => {
    const form = await atReply();
    await write(form, 'phone', '0743-74-111');
    await write(form, 'email', 'hanako@example.jp');
    await next(form);
    expect(said(part(form, 'summary'))).to.contain('あと1か所');
    await type(form, 'phone', '0743-74-1111');
    expect(has(form, 'summary'), 'not while writing').to.equal(true);
    await write(form, 'phone', '0743-74-1111');
    expect(has(form, 'summary')).to.equal(false);
    expect(line(form, 'phone').hasAttribute('aria-invalid')).to.equal(false);
    await next(form);
    expect(title(form)).to.equal(titles.more);
  });

  it('is announced again with the focus when nothing was mended', async () => {
    const form = await atReply();
    await next(form);
    expect(focused(form)).to.equal(part(form, 'summary'));
    line(form, 'phone').focus();
    await next(form);
    expect(focused(form)).to.equal(part(form, 'summary'));
  });

  it('a likely slip is asked about once; then the person is right', async () => {
    const form = await atReply();
    await write(form, 'phone', '0743-74-1111');
    await write(form, 'email', 'hanako@gmai.com');
    await next(form);
    expect(problem(form, 'email')).to.contain('つづりが、少し違うかもしれません');
    await next(form);
    expect(title(form)).to.equal(titles.more);
    const { consultation } = await sendAway(form);
    expect(consultation!.contact!.email).to.equal('hanako@gmai.com');
  });

  it('another way to be reached frees the way as well', async () => {
    const form = await atReply();
    await next(form);
    expect(said(part(form, 'summary'))).to.contain('あと2か所');
    await tick(form, 'mode', 'anonymous');
    await next(form);
    expect(title(form)).to.equal(titles.more);
  });
});

describe('the page that shows everything', () => {
  it('has each answer in words, as it will be sent, with a way to change it', async () => {
    const form = await formOf();
    await tick(form, 'who', 'self');
    await next(form);
    for (const topic of ['debt', 'housing']) await tick(form, 'topics', topic);
    await next(form);
    await tick(form, 'mode', 'named');
    await write(form, 'name', '山田 花子');
    await write(form, 'kana', 'ヤマダ ハナコ');
    await tick(form, 'ways', 'phone');
    await write(form, 'phone', '０９０ー１２３４ー５６７８');
    await next(form);
    await write(form, 'birth', '昭和30年4月1日');
    await next(form);
    expect(answers(form)).to.deep.equal({
      相談したいのは: '自分のこと',
      '困っていること（いくつでも）': '住まい、借金',
      '困っていることを、あなたのことばで': '書いていません',
      名前を書きますか: '名前を書く',
      お名前: '山田 花子',
      お名前のよみ: 'やまだ はなこ',
      '返事の受け取り方（いくつでも）': '電話',
      電話番号: '090-1234-5678',
      ご本人の生年月日: '昭和30年（1955年）4月1日',
    });
    const change = [...shadow(form).querySelectorAll('.change button')].find((button) =>
      button.getAttribute('aria-label')!.includes('電話番号'),
    );
    expect(change!.getAttribute('aria-label')).to.equal('変える：電話番号');
    await press(form, change);
    await form.updateComplete;
    expect(title(form)).to.equal(titles.reply);
    expect(focused(form)).to.equal(line(form, 'phone'));
    expect(line(form, 'phone').value, 'as it was typed').to.equal('０９０ー１２３４ー５６７８');
    await write(form, 'phone', '0743741111');
    const { consultation } = await sendAway(form);
    expect(consultation!.contact!.phone).to.equal('0743741111');
    expect(consultation!.person).to.deep.equal({ name: '山田 花子', kana: 'やまだ はなこ', birthDate: '1955-04-01' });
  });
});

describe('a city with many worries', () => {
  const own = Array.from({ length: 8 }, (_, index) => ({ id: `own-${index}`, label: `みほん市の困りごと${index}` }));
  const many = { ...mihon, topics: own } as Directory;

  it('takes as many as a desk takes, and says so before it is sent', async () => {
    const form = await show(html`<tsunagu-consultation-form .directory=${many} at=${tuesday}></tsunagu-consultation-form>`);
    await next(form);
    await until(() => shadow(form).querySelectorAll('[part=choice][name=topics]').length === 24, 'the city’s own worries');
    const boxes = [...shadow(form).querySelectorAll<HTMLInputElement>('[part=choice][name=topics]')].slice(0, 21);
    for (const box of boxes) await press(form, box);
    await next(form);
    expect(title(form)).to.equal(titles.worry);
    expect(problem(form, 'topics')).to.equal('20個まで選べます。いくつか外すと進めます。');
    expect(said(part(form, 'summary'))).to.contain('20個まで');
    expect(
      boxes.every(({ checked }) => checked),
      'nothing is taken away by the form',
    ).to.equal(true);
    await press(form, boxes[20]);
    expect(problem(form, 'topics')).to.equal('');
    expect((await sendAway(form)).consultation!.topics).to.have.length(20);
  });
});
