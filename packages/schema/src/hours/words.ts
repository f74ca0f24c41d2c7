/** Kinds of words a phrase of hours is made of. `particle` says nothing by itself. */
export type Word =
  | 'everyday'
  | 'weekdays'
  | 'holiday'
  | 'restday'
  | 'yearEnd'
  | 'every'
  | 'nth'
  | 'nextYear'
  | 'except'
  | 'closed'
  | 'open'
  | 'include'
  | 'label'
  | 'byAppointment'
  | 'walkIn'
  | 'break'
  | 'allDay'
  | 'always'
  | 'but'
  | 'also'
  | 'from'
  | 'until'
  | 'particle'
  | ','
  | ';'
  | '/'
  | ':'
  | '~'
  | '('
  | ')';

const closedPlaces = '休館 休業 休所 閉所 閉館 閉庁 閉室 休室 休診 休務 定休';

const lists: Partial<Record<Word, string>> = {
  everyday: '毎日 全曜日',
  weekdays: '平日',
  holiday: '国民の祝日 祝祭日 祝日 祭日 祝 振替休日',
  restday: '休日',
  yearEnd: '年末年始 年末,年始',
  every: '毎週 毎月',
  nth: '第',
  nextYear: '翌年',
  except: '除く 除き 除きます 除いて 以外',
  closed: `お休み 休み 休 休止 ${closedPlaces} ${closedPlaces.replace(/\S+/g, '$&日')}`,
  open: '開所 開館 開庁 開室 営業 受付 受け付け 受付け 対応 実施 開設 相談可 利用可 可能 可 通常どおり 通常通り',
  include: '含む 含みます 含めて 含め',
  label:
    '受付時間 開所時間 開館時間 開庁時間 開室時間 営業時間 業務時間 執務時間 相談時間 利用時間 対応時間 窓口時間 開設時間 相談受付時間 受付日時 相談日時 開所日時 開設日時 日時 時間 曜日 開所日 開館日 営業日 受付日 相談日',
  byAppointment:
    '予約制 完全予約制 事前予約制 要予約 要事前予約 事前要予約 要電話予約 予約が必要 予約必要 事前予約が必要 予約のみ 事前予約',
  walkIn: '予約不要 予約なし 予約は不要 予約は必要ありません',
  break: '昼休み お昼休み 昼休憩 昼食休憩 休憩 休憩時間 昼休み時間',
  allDay: '24時間 24h 二十四時間',
  always: '年中無休 年中 無休 365日 三百六十五日',
  but: 'ただし 但し',
  also: 'も',
  from: 'から より',
  until: 'まで 迄',
  particle: 'は の を に が です ます します しています ています となります のみ だけ : いたします',
  ',': ', と 及び および 並びに ならびに かつ',
  ';': ';',
  '/': '/',
  '~': '~',
  '(': '(',
  ')': ')',
};

/** Words by their first character, longest first, so that 年中無休 is not read as 年中 and 無休. */
export const words = new Map<string, [spelling: string, word: Word][]>();
for (const [word, spellings] of Object.entries(lists)) {
  for (const spelling of spellings.split(' ')) {
    const sharing = words.get(spelling[0]!) ?? [];
    words.set(
      spelling[0]!,
      [...sharing, [spelling, word as Word] as [string, Word]].sort((a, b) => b[0].length - a[0].length),
    );
  }
}
