/**
 * The one form that every peer and floor shows: 25 fields in 5 steps, after the national 相談受付・申込票 of the self-reliance scheme.
 * Values are distinct over the whole form: JSON Forms' radio group uses them as element ids.
 */
export type Choice = readonly [value: string, label: string];

interface Base {
  name: string;
  label: string;
  required?: true;
}
export interface TextField extends Base {
  kind: 'text' | 'email' | 'tel' | 'date' | 'number' | 'textarea';
  /** Source of a regular expression for the whole value. */
  pattern?: string;
  min?: number;
  max?: number;
}
export interface ChoiceField extends Base {
  kind: 'radio' | 'checkboxes' | 'select';
  choices: readonly Choice[];
}
export interface ConfirmField extends Base {
  kind: 'confirm';
}
export type Field = TextField | ChoiceField | ConfirmField;

export interface Step {
  name: string;
  title: string;
  fields: readonly Field[];
}

const numbered = (labels: readonly string[], prefix: string): Choice[] => labels.map((label, i) => [`${prefix}-${i + 1}`, label]);

const worries = [
  '病気や健康、障がいのこと',
  '住まいについて',
  '収入・生活費のこと',
  '家賃やローンの支払いのこと',
  '税金や公共料金等の支払いについて',
  '債務について',
  '仕事探し、就職について',
  '仕事上の不安やトラブル',
  '地域との関係について',
  '家族との関係について',
  '子育てのこと',
  '介護のこと',
  'ひきこもり・不登校',
  'DV・虐待',
  '食べるものがない',
  'その他',
];

const phone = '0[0-9\\-]{9,12}';

export const steps: readonly Step[] = [
  {
    name: 'person',
    title: 'ご本人について',
    fields: [
      { name: 'name', label: 'お名前', kind: 'text', required: true },
      { name: 'kana', label: 'ふりがな', kind: 'text', pattern: '[ぁ-んー 　]*' },
      { name: 'sex', label: '性別', kind: 'radio', choices: numbered(['男性', '女性', '答えたくない'], 'sex') },
      { name: 'birth', label: '生年月日', kind: 'date' },
      {
        name: 'language',
        label: '話しやすいことば',
        kind: 'select',
        choices: numbered(['日本語', 'English', '中文', '한국어'], 'language'),
      },
    ],
  },
  {
    name: 'contact',
    title: '連絡先',
    fields: [
      { name: 'address', label: '住所', kind: 'text' },
      { name: 'postal', label: '郵便番号', kind: 'text', pattern: '[0-9]{3}-?[0-9]{4}' },
      { name: 'phone', label: '電話番号（自宅）', kind: 'tel', pattern: phone },
      { name: 'mobile', label: '電話番号（携帯）', kind: 'tel', pattern: phone },
      { name: 'email', label: 'メールアドレス', kind: 'email' },
      { name: 'ways', label: '連絡してよい方法', kind: 'checkboxes', choices: numbered(['電話', 'メール', '手紙', '訪問'], 'way') },
      { name: 'hours', label: '連絡してよい時間', kind: 'select', choices: numbered(['午前', '午後', '夕方', 'いつでも'], 'hours') },
    ],
  },
  {
    name: 'visitor',
    title: '来談者（ご本人でない場合）',
    fields: [
      { name: 'who', label: '来談者', kind: 'radio', choices: numbered(['本人', '家族', '民生委員・支援者', 'そのほかの人'], 'who') },
      { name: 'visitorName', label: '来談者のお名前', kind: 'text' },
      { name: 'visitorPhone', label: '来談者の電話番号', kind: 'tel', pattern: phone },
      {
        name: 'relation',
        label: 'ご本人との関係',
        kind: 'select',
        choices: numbered(['親', '子', '配偶者', 'きょうだい', 'そのほか'], 'relation'),
      },
    ],
  },
  {
    name: 'worries',
    title: 'ご相談されたい内容',
    fields: [
      { name: 'topics', label: '困っていること（あてはまるものすべて）', kind: 'checkboxes', choices: numbered(worries, 'topic') },
      { name: 'worst', label: '一番困っていること', kind: 'select', choices: numbered(worries, 'worst') },
      { name: 'words', label: 'ご相談されたいことを具体的に書いてください', kind: 'textarea', required: true },
      {
        name: 'since',
        label: 'いつごろからですか',
        kind: 'select',
        choices: numbered(['この1か月', '半年以内', '1年以内', 'それより前'], 'since'),
      },
      { name: 'urgency', label: 'お急ぎですか', kind: 'radio', choices: numbered(['今日', '今週中', '急がない'], 'urgency') },
    ],
  },
  {
    name: 'household',
    title: '世帯と同意',
    fields: [
      { name: 'members', label: '世帯の人数', kind: 'number', min: 1, max: 20 },
      {
        name: 'home',
        label: 'お住まい',
        kind: 'select',
        choices: numbered(['持ち家', '借家', '公営住宅', '決まった住まいがない'], 'home'),
      },
      { name: 'needs', label: '面談で必要なもの', kind: 'checkboxes', choices: numbered(['手話', '筆談', '通訳', '車いす'], 'need') },
      { name: 'consent', label: '関係機関と情報を共有することに同意します', kind: 'confirm', required: true },
    ],
  },
];

export const nextLabel = '次へ';
export const backLabel = '戻る';
export const sendLabel = '送る';
