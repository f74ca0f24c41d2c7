/**
 * What a column's heading means. Two official lists are known by heart (公共施設一覧, new and old form); the rest are the words cities print.
 */
import { comparable } from './text.js';

export type Role =
  | 'name'
  | 'kana'
  | 'english'
  | 'alias'
  | 'id'
  | 'field'
  | 'mainlyFor'
  | 'catchment'
  | 'mapKey'
  | 'section'
  | 'phone'
  | 'fax'
  | 'phoneFax'
  | 'contact'
  | 'extension'
  | 'email'
  | 'url'
  | 'form'
  | 'postalCode'
  | 'address'
  | 'prefecture'
  | 'city'
  | 'town'
  | 'block'
  | 'building'
  | 'floor'
  | 'lat'
  | 'lng'
  | 'hours'
  | 'days'
  | 'from'
  | 'to'
  | 'hoursNote'
  | 'closedDays'
  | 'booking'
  | 'operation'
  | 'operator'
  | 'note'
  | 'languages'
  | 'access'
  | 'verifiedOn'
  | 'cityCode'
  | 'townId'
  | 'kept';

/** One line per role, words separated by spaces, compared after `comparable`. `kept`: known, but a window has no place for it. */
const aliases: Record<Role, string> = {
  name: '名称 施設名 施設名称 施設の名称 施設 窓口 窓口名 窓口名称 窓口の名称 相談窓口 相談窓口名 相談窓口名称 相談窓口の名称 いこまる相談窓口 相談先 相談場所 相談機関 相談機関名 相談機関名称 機関名 機関名称 機関の名称 実施機関 関係機関 支援機関 支援機関名 事業所 事業所名 事業所名称 事業所の名称 介護サービス事業所名称 センター名 センター名称 担当窓口 受付窓口 課名 担当課 担当課名 名前 団体名称',
  kana: '名称カナ 名称かな カナ かな フリガナ ふりがな よみ 読み ヨミガナ よみがな 読み仮名 介護サービス事業所名称カナ 施設名カナ 窓口名カナ',
  english: '名称英字 名称英語 英語名 英語名称 英字名称 english',
  alias: '名称通称 通称 愛称 略称 別名',
  id: 'id 識別子 施設id 窓口id',
  field: '主たる受付相談 受付相談 分野 相談分野 対象分野 主な対象分野 対象 種別 区分 分類 カテゴリ カテゴリー 相談区分 相談種別 相談の種類',
  mainlyFor:
    '対象者 主な対象者 主な対象 対象となる方 対象の方 相談内容 主な相談内容 内容 業務内容 支援内容 事業内容 主な業務 主な業務内容 相談できること',
  catchment:
    '担当地域 担当地区 担当区域 担当圏域 担当エリア 担当町名 担当町 担当校区 担当学区 対象地域 対象地区 対象区域 対象エリア 圏域 日常生活圏域 管轄区域 管轄 エリア 地区 地域 町名 校区 小学校区 中学校区',
  mapKey: '地図番号 地図 地図記号 マップ番号 図番号 地図no',
  section: '所管課 所管 所管部署 担当部署 担当係',
  phone:
    '電話番号 電話 tel 電話番号tel tel番号 電話番号代表 代表電話 代表電話番号 直通電話 でんわ 電話番号市外局番 phone 相談電話 相談電話番号 電話相談',
  fax: 'fax fax番号 ファックス ファックス番号 ファクス ファクス番号 ファクシミリ ファクシミリ番号 faxファックス',
  phoneFax:
    '電話fax 電話番号fax番号 電話番号fax telfax tel電話fax 電話ファックス 電話ファクス 電話番号ファックス番号 電話番号ファクス番号 電話ファクシミリ',
  contact:
    '連絡先 問い合わせ先 問合せ先 問合わせ先 問い合せ先 お問い合わせ先 お問合せ先 お問い合わせ 問い合わせ 問合せ 連絡方法 連絡先電話番号等',
  extension: '内線番号 内線',
  email: '連絡先メールアドレス メールアドレス メール 電子メール eメール email mail e-mail eメールアドレス 電子メールアドレス',
  url: 'url ホームページ ホームページurl ホームページアドレス webサイト ウェブサイト webページ ウェブページ サイト hp リンク',
  form: '連絡先formurl 問い合わせフォーム 相談フォーム',
  postalCode: '郵便番号 〒',
  address: '住所 所在地 場所 所在地連結表記 所在地連結標記 所在 住所所在地 所在地住所 施設所在地 開設場所 設置場所 相談会場 会場',
  prefecture: '所在地都道府県 都道府県',
  city: '所在地市区町村 市区町村',
  town: '所在地町字 町字',
  block: '所在地番地以下 番地以下',
  building: '建物名等方書 建物名等 方書 建物名 建物',
  floor: '階 階数 フロア',
  lat: '緯度 lat latitude',
  lng: '経度 lng lon longitude',
  hours:
    '開所時間 受付時間 開設時間 利用可能時間 相談時間 営業時間 開館時間 開庁時間 業務時間 対応時間 実施時間 診療時間 時間 開設日時 相談日時 受付日時 開所日時 実施日時 日時 利用可能日時 開館日時 営業日時 相談日時間 開設日時間 開所日時間 受付日時間 開所日開所時間 開設日開設時間 開所日及び時間 開設日及び時間 相談受付時間 相談受付日時 開所曜日時間 曜日時間 時間曜日 受付時間曜日 営業日時間 営業日営業時間 電話受付時間',
  days: '利用可能曜日 曜日 開設日 開所日 相談日 開館日 営業日 受付日 実施日 開設曜日 開所曜日 受付曜日 相談曜日 営業曜日',
  from: '開始時間 開始時刻 開館時刻 開所時刻',
  to: '終了時間 終了時刻 閉館時刻 閉所時刻',
  hoursNote: '利用可能日時特記事項 利用可能時間特記事項 日時特記事項 時間特記事項',
  closedDays: '休業日 休館日 休所日 定休日 閉所日 閉庁日 休み お休み 休日',
  booking: '予約 予約の要否 予約要否 予約方法 要予約',
  operation: '運営形態 運営 設置形態 実施形態 実施方法 運営方法',
  operator: '団体名 法人名 法人の名称 運営主体 運営法人 運営団体 実施主体 設置主体 受託法人 委託先 受託者 受託先',
  note: '備考 説明 特記事項 注意事項 その他 補足 コメント 連絡先備考 バリアフリー情報 アクセス方法 アクセス 交通 駐車場情報 駐車場',
  languages: '対応言語 言語',
  access:
    '車椅子可 車椅子貸出 ツエ貸出 バリアフリートイレ スロープエレベータエスカレータ 点字ブロック等の移動支援 点字や読上による支援 盲導犬介助犬聴導犬同伴 字幕 筆談対応 優先駐車場 オストメイト対応トイレ 授乳室 おむつ替えコーナー ベビーカー貸出 ベビーカー利用',
  verifiedOn: '更新日 最終更新日 確認日 更新年月日 最終確認日 データ更新日',
  cityCode: '全国地方公共団体コード 都道府県コード又は市区町村コード 所在地全国地方公共団体コード 市区町村コード 自治体コード',
  townId: '町字id',
  kept: '地方公共団体名 都道府県名 市区町村名 poiコード 外部識別子 外部識別子の値 高度の種別 高度の値 法人番号 事業所番号 no 番号 連番 画像 画像ライセンス 飲食可否 定員 収容定員 許可等年月日 認可等年月日 受入年齢',
};

const byAlias = new Map<string, Role>();
for (const [role, words] of Object.entries(aliases) as [Role, string][])
  for (const word of words.split(' ')) byAlias.set(comparable(word), role);

const phoneWord = 'tel|電話|でんわ|phone';
const faxWord = 'fax|ファックス|ファクス|ファクシミリ';
const both = new RegExp(`(${phoneWord}).*(${faxWord})|(${faxWord}).*(${phoneWord})`);

/** Endings that tell the role of a heading with a city's own word in front: いこまる相談窓口, 電話番号（代表）, 高齢者の担当地域. */
const endings: readonly (readonly [RegExp, Role])[] = [
  [/(相談窓口|窓口名|窓口名称|施設名|施設名称|事業所名|事業所名称|機関名|機関名称|センター名|支援センター|相談機関|相談支援機関)$/, 'name'],
  [/(担当地域|担当地区|担当区域|担当圏域|担当エリア|担当町名)$/, 'catchment'],
  [/(開所|開設|開館|受付|相談|営業|利用可能|対応|業務)(日|曜日)?(と|及び|および)?(時間|日時|時間帯)$/, 'hours'],
  [/(所在地|住所)$/, 'address'],
  [new RegExp(`(${phoneWord})(番号)?$`), 'phone'],
  [new RegExp(`(${faxWord})(番号)?$`), 'fax'],
  [/(メールアドレス|e?mail)$/, 'email'],
];

/** Names in preference order: where two columns could be the name, the one printed for the desk wins over the body that runs it. */
const namePreference = [/窓口/, /相談(先|場所|機関)/, /施設|センター/, /事業所/, /名称|名前/, /機関/, /課/];

/** The role of a heading, or undefined when it is not known. Matched after NFKC, without spaces, brackets and joining marks. */
export function roleOf(heading: string): Role | undefined {
  const words = comparable(heading);
  if (!words || words.length > 60) return undefined;
  const bare = comparable(heading.normalize('NFKC').replace(/[（(［[【〔][^）)\]］】〕]*[）)\]］】〕]/g, ''));
  const exact = byAlias.get(words) ?? byAlias.get(bare) ?? byAlias.get(bare.replace(/^お|の|等$/g, ''));
  if (exact) return exact;
  if (bare.length > 24) return undefined;
  if (both.test(words)) return 'phoneFax';
  return endings.find(([pattern]) => pattern.test(bare))?.[1];
}

/** Lower is better; for choosing between two columns that both read as a name. */
export function nameRank(heading: string): number {
  const rank = namePreference.findIndex((pattern) => pattern.test(heading));
  return rank < 0 ? namePreference.length : rank;
}

/** 市外局番 printed in a heading, a caption or a line above the table: 「電話番号（市外局番0743）」「TEL(0743)」. */
export function areaCodeIn(text: string, isPhoneHeading = false): string | undefined {
  const flat = text.normalize('NFKC').slice(0, 2000);
  const named = /市外局番[^0-9]{0,8}(0\d{1,4})(?!\d)/.exec(flat)?.[1];
  return named ?? (isPhoneHeading ? /\((0\d{1,4})\)/.exec(flat)?.[1] : undefined);
}
