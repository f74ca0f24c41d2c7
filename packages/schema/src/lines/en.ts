/** The lines in English; the Japanese name stands beside it on screen, so that it can be shown or said. */
import type { LineTexts } from './index.js';

export const englishLineTexts: LineTexts = {
  'police-110': { name: 'Police (110)', description: 'If you are in danger now. Police officers come at once.' },
  'fire-119': { name: 'Ambulance and fire (119)', description: 'Injury, sudden illness, too much medicine taken, or fire.' },
  yorisoi: { name: 'Yorisoi Hotline', description: 'Any worry at all. Free, 24 hours a day.' },
  'inochi-sos': { name: 'Inochi SOS', description: 'When you want to die or disappear, someone listens. Free.' },
  'anata-no-ibasho': { name: 'Anata no Ibasho (chat)', description: 'A text chat. Free, 24 hours a day; you need not give your name.' },
  'dv-plus': {
    name: 'DV Soudan Plus',
    description: 'Violence by a husband, wife or partner. Free, 24 hours a day by phone; also chat and e-mail.',
  },
  'dv-navi': {
    name: 'DV Soudan Navi (#8008)',
    description: 'Violence by a husband, wife or partner. Connects you to the support centre near you.',
  },
  'sexual-police': { name: 'Police line for sexual crime (#8103)', description: 'The police listen to victims of sexual crime. Free.' },
  'sexual-one-stop': {
    name: 'One-stop support centre for sexual violence (#8891)',
    description: 'Help for body and mind at a centre near you.',
  },
  'child-abuse-189': {
    name: 'Child abuse line (189)',
    description: 'If you think a child is being abused. Free, 24 hours a day; you need not give your name.',
  },
  'child-sos': { name: '24-hour Children SOS Dial', description: 'For children and parents: bullying, school, friends. Free.' },
  childline: { name: 'Childline', description: 'For children up to 18. Free, every day 16:00–21:00.' },
  'inochi-no-denwa': { name: 'Inochi no Denwa (free)', description: 'Someone listens when life is hard. Every day 16:00–21:00.' },
  'inochi-no-denwa-navi': {
    name: 'Inochi no Denwa (call charge)',
    description: 'Someone listens when life is hard. Every day 10:00–22:00.',
  },
  'kokoro-dial': { name: 'Mental health line', description: 'Connects you to the mental health desk of your prefecture.' },
  'medical-7119': {
    name: 'Emergency advice (#7119)',
    description: 'When you are not sure whether to call an ambulance. Not available everywhere.',
  },
  'child-medical-8000': { name: 'Child medical advice (#8000)', description: 'When a child falls ill at night or on a holiday.' },
  'police-9110': { name: 'Police consultation line (#9110)', description: 'To talk to the police when it is not an emergency.' },
  'consumer-188': { name: 'Consumer hotline (188)', description: 'Trouble with shopping or a contract, or a possible scam.' },
};
