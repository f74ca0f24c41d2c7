/**
 * What each room rests on. Facts outside the cities' plans carry their source; `verifiedOn` is absent as long as nobody has held them against the
 * statute book (e-Gov) itself.
 */
import type { LegalBasis } from '../directory/window.schema.js';

export interface Provision extends LegalBasis {
  law: string;
  article: string;
  /** What it says, in a sentence for the desk. */
  says: string;
  source: string;
  /** `YYYY-MM-DD` of the comparison with the statute book. */
  verifiedOn?: string;
}

const law = '社会福祉法';

/** Ids of provisions; a record names them, so that wording can be mended without touching records. */
export const provisions = {
  /** 包括的相談支援事業: one desk hears everything. */
  'consultation-desk': {
    law,
    article: '106-4',
    item: '2-1',
    label: '社会福祉法第106条の4第2項第1号（包括的相談支援事業）',
    says: '属性や世代を問わず相談を受けとめます。',
    source: '長岡京市・門真市ほか各市の重層的支援体制整備事業実施計画',
  },
  /** 重層的支援会議: rests on the plan-making work and the ministry's guideline; needs the person's consent. */
  'plan-meeting': {
    law,
    article: '106-4',
    item: '2-6',
    label: '社会福祉法第106条の4第2項第6号（支援プランの作成）',
    says: '本人の同意を得たケースについて、支援プランを話し合って決めます。',
    source:
      '長岡京市 実施計画（重層的支援会議の項）、生駒市 実施計画（会議の表）、厚生労働省 社会保障審議会福祉部会（第29回）資料1「支援会議と重層的支援会議の整理」',
  },
  /** 支援会議: by statute, without consent, under a duty of secrecy. */
  'support-conference': {
    law,
    article: '106-6',
    item: '1',
    label: '社会福祉法第106条の6第1項（支援会議）',
    says: '本人の同意が得られない段階でも、支援に必要な情報を構成員の間で交換し、支援の体制を検討できます。構成員には守秘義務があります。',
    source:
      '生駒市 実施計画（第106条の6による支援会議）、さぬき市支援会議設置要綱 第1条・第2条、厚生労働省 社会保障審議会福祉部会（第29回）資料1',
  },
  /** The members' duty of secrecy. */
  secrecy: {
    law,
    article: '106-6',
    item: '5',
    label: '社会福祉法第106条の6第5項（守秘義務）',
    says: '支援会議の事務に従事する人と従事していた人は、正当な理由なく、知った秘密を漏らしてはいけません。漏らした場合の罰則があります。',
    source: '厚生労働省 社会保障審議会福祉部会（第29回）資料1（第三者へ秘密を漏らした場合の罰金）。項の番号は e-Gov での確認を要する。',
  },
} as const satisfies Readonly<Record<string, Provision>>;

export type ProvisionId = keyof typeof provisions;
