import type { AsideMessages } from './aside.messages.js';

export const asideEn: AsideMessages = {
  title: 'If the answer came on paper or by phone',
  lead: (desk) => `You can record the answer of ${desk} here. How did it come?`,
  ways: { paper: 'On paper', fax: 'By FAX', phone: 'By phone', 'in-person': 'In person' },
  writing: {
    paper: (desk) => `Recording the answer of ${desk} that came on paper`,
    fax: (desk) => `Recording the answer of ${desk} that came by FAX`,
    phone: (desk) => `Recording the answer of ${desk} that came by phone`,
    'in-person': (desk) => `Recording the answer that ${desk} gave in person`,
  },
  stays: (desk) => `It stays as the answer of ${desk}, together with who wrote it down.`,
  name: 'Name of whoever answered (optional)',
  stop: 'Do not record it',
  reply: { choose: 'What was the answer?', send: 'Record the answer' },
  sent: 'The answer is recorded.',
  loop: (desk, coordinator) =>
    `${desk} had this sheet before. So that nobody is sent round in circles, it will go to ${coordinator} (coordinator).`,
  hops: (coordinator) =>
    `It has been at three desks already. So that nobody is sent from desk to desk, it will go to ${coordinator} (coordinator).`,
};
