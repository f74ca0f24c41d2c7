/** 実施体制 tables of the four plans without phone numbers, typed again from the plans: nothing missing, nothing added. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDirectory, type Directory } from '@tsunagu/schema';

const operationWords: Readonly<Record<string, string>> = {
  direct: '直営',
  commissioned: '委託',
  designated: '指定管理',
  cooperating: '協力',
  'resident-led': '住民主体',
};

// programme | 事業 | 実施機関 | 直営・委託 | 数 (`-` = not printed)
const plans: Readonly<Record<string, string>> = {
  kadoma: `
consultation | 地域包括支援センターの運営 | 地域包括支援センター | 委託 | -
consultation | 障がい者相談支援事業 | 障がい者相談支援事業所 | 委託 | -
consultation | 利用者支援事業【基本型】 | 地域子育て支援センター ひよこる～む | 委託 | -
consultation | 利用者支援事業【特定型】 | 保育幼稚園課 | 直営 | -
consultation | 利用者支援事業【こども家庭センター型】 | こども家庭センター 保育幼稚園課 学校教育課 | 直営 | -
consultation | 利用者支援事業【妊婦等包括相談支援事業型】 | こども家庭センター | 直営 | -
consultation | 自立相談支援事業 | 生活困窮者自立支援機関 | 委託 | -
coordination | - | 福祉政策課 | 直営 | -
coordination | - | 福祉政策課 | 委託 | -
outreach | - | 福祉政策課 | 委託 | -
participation | - | 福祉政策課 | 委託 | -
community | 地域介護予防活動支援事業 | 地域包括支援センター | 委託 | -
community | 生活支援体制整備事業 | 高齢福祉課 | 直営 | -
community | 生活支援体制整備事業 | シルバー人材センター | 委託 | -
community | 地域活動支援センター機能強化事業 | 地域活動支援センターあん | 委託 | -
community | 地域活動支援センター機能強化事業 | ふろんていあ | 委託 | -
community | 地域子育て支援拠点事業 | 子ども家庭センター | 直営 | -
community | 地域子育て支援拠点事業 | なかよし広場 | - | -
community | 地域子育て支援拠点事業 | 地域子育て支援センター ひよこる〜む | 委託 | -
community | 生活困窮者支援等のための地域づくり事業 | 門真市社会福祉協議会 | 委託 | -`,
  imabari: `
consultation | 包括的支援事業（地域包括支援センターの運営） | 介護相談 | 直営 | 1
consultation | 包括的支援事業（地域包括支援センターの運営） | 介護相談 | 委託 | 6
consultation | 相談支援事業 | 障がい者相談 | 委託 | 4
consultation | 利用者支援事業 | こども相談 | 直営 | 1
consultation | 利用者支援事業 | こども相談 | 委託 | 1
consultation | こども家庭センター | こども相談 | 直営 | 1
consultation | 発達相談 | こども相談 | 直営 | 1
consultation | 自立相談支援事業 | 生活困窮相談 | 委託 | 1
consultation | 生活保護 | 生活困窮相談 | 直営 | 1
consultation | 成年後見制度利用促進事業 | その他の相談窓口 | 委託 | 1
consultation | 健康相談等 | その他の相談窓口 | 直営 | 12
consultation | 消費者・法律・行政相談 | その他の相談窓口 | 直営 | 1
coordination | - | 多機関協働事業 | 直営 | 1
coordination | - | 支援会議 | - | -
coordination | - | 重層的支援会議 | - | -
participation | - | 参加支援事業 | 委託 | 1
outreach | - | アウトリーチ等を通じた継続的支援事業 | 直営 | -
community | - | 地域介護予防活動支援事業 | - | -
community | - | 生活支援体制整備事業 | - | -
community | - | 地域活動支援センター事業 | - | -
community | - | 地域子育て支援拠点事業 | - | -
community | - | 生活困窮者支援等のための地域づくり事業 | 委託 | 1`,
  nagaokakyo: `
consultation | 地域包括支援センターの運営 包括的支援事業 | 東地域包括支援センター | 委託 | 1
consultation | 地域包括支援センターの運営 包括的支援事業 | 北地域包括支援センター | 委託 | 1
consultation | 地域包括支援センターの運営 包括的支援事業 | 南地域包括支援センター | 委託 | 1
consultation | 地域包括支援センターの運営 包括的支援事業 | 西地域包括支援センター | 委託 | 1
consultation | 地域包括支援センターの運営 地域包括支援センター運営協議会 | 高齢介護課 | 直営 | -
consultation | 基幹相談支援センター等機能強化事業 | 基幹相談支援センター等機能強化事業 | - | -
community | - | 総合生活支援センター | 指定管理 | 1
community | 地域包括支援センター運営事業 | 東地域包括支援センター | 委託 | 1
community | 地域包括支援センター運営事業 | 北地域包括支援センター | 委託 | 1
community | 地域包括支援センター運営事業 | 南地域包括支援センター | 委託 | 1
community | 地域包括支援センター運営事業 | 西地域包括支援センター | 委託 | 1
community | 地域活動支援センター機能強化事業 | 地域活動支援センターアンサンブル | 委託 | 1
community | 地域活動支援センター機能強化事業 | 乙訓聴覚言語障害者地域活動支援センター | 委託 | 1
community | 地域活動支援センター機能強化事業 | 乙訓若竹苑 | 委託 | 1
community | 地域子育て支援拠点事業 | エンゼル | 直営 | 1
community | 地域子育て支援拠点事業 | たんぽぽ | 直営 | 1
community | 地域子育て支援拠点事業 | さんさんの会 | 委託 | 1
community | 地域子育て支援拠点事業 | さくらんぼ | 委託 | 1
participation | - | 総合生活支援センター | 指定管理 | 4
participation | - | 地域福祉連携室 | 直営 | 3
outreach | - | 地域福祉連携室 | 直営 | 3
coordination | - | 地域福祉連携室 | 直営 | 3
coordination | - | 支援会議 | - | -
plan | - | 重層的支援会議 | - | -`,
  toyama: `
consultation | - | 地域包括支援センター | - | -
consultation | 障害者相談支援事業 | 基幹相談支援室 | - | -
consultation | 障害者相談支援事業 | 委託相談支援事業 | 委託 | -
consultation | 利用者支援事業 | こども保育課 | - | -
consultation | 利用者支援事業 | こども健康課 | - | -
consultation | 利用者支援事業 | 保健福祉センター | - | -
consultation | 利用者支援事業 | 行政サービスセンター | - | -
consultation | 自立相談支援事業 | 市社会福祉協議会 | - | -
coordination | - | 多機関協働管理担当 | - | -
coordination | 多機関協働調整担当 | 長寿福祉課 | - | -
coordination | 多機関協働調整担当 | 障害福祉課 | - | -
coordination | 多機関協働調整担当 | こども健康課 | - | -
coordination | 多機関協働調整担当 | 生活支援課 | - | -
coordination | 多機関協働調整担当 | 保健所保健予防課 | - | -
coordination | 多機関協働調整担当 | 保健福祉センター | - | -
coordination | - | 支援会議 | - | -
coordination | - | 重層的支援会議 | - | -
coordination | - | 専門家による助言 | - | -
coordination | 事業推進のための協議 | 重層的支援会議定例会 | - | -
coordination | 相談支援機関や地域団体との連携推進 | 相談援助者研修会(基礎編) | - | -
coordination | 相談支援機関や地域団体との連携推進 | 相談援助者研修会（実務編） | - | -
coordination | 相談支援機関や地域団体との連携推進 | 地域共生社会推進のための情報交換会 | - | -
coordination | 相談支援機関や地域団体との連携推進 | 多機関連携会議 | - | -
outreach | ①支援が届いていない人に支援を届ける。（訪問支援など） | 保健所保健予防課 | - | -
outreach | ①支援が届いていない人に支援を届ける。（訪問支援など） | 保健福祉センター | - | -
outreach | ②関係機関とのネットワークの中から潜在的な相談者を把握する。 地域団体等のネットワークから把握 | 福祉政策課 | - | -
outreach | ②関係機関とのネットワークの中から潜在的な相談者を把握する。 地域団体等のネットワークから把握 | 保健福祉センター | - | -
participation | ①本人やその世帯の支援ニーズを踏まえた社会資源とのマッチングやメニューづくり、定着支援、受け入れ先の支援を行う。 | 富山市社会福祉法人連絡協議会 | 委託 | -
participation | ②地域における社会資源の活用体制の構築 | 福祉政策課 | - | -
community | 地域介護予防活動支援事業 | 地域介護予防推進事業 | - | -
community | 地域介護予防活動支援事業 | 介護予防推進リーダー事業 | - | -
community | 地域介護予防活動支援事業 | 介護予防ふれあいサークル事業 | - | -
community | 地域介護予防活動支援事業 | 介護予防いきいき運動推進事業 | - | -
community | 生活支援体制整備事業 第1層 | 市社会福祉協議会 | - | -
community | 生活支援体制整備事業 第2層 | 地域包括支援センター | - | -
community | 地域活動支援センター事業 | 地域活動支援センターⅠ型 | - | -
community | 地域活動支援センター事業 | 地域活動支援センターⅡ型 | - | -
community | 地域活動支援センター事業 | 地域活動支援センターⅢ型 | - | -
community | 地域子育て支援拠点事業 | 子育て支援センター | - | -
community | 地域づくり事業 | 地域ぐるみ福祉活動推進事業 | - | -
community | 地域づくり事業 | ケアネット事業 | - | -
community | 地域づくり事業 | 地域力強化推進事業 | - | -`,
};

function read(name: string): Directory {
  const result = parseDirectory(JSON.parse(readFileSync(new URL(`../../examples/cities/${name}.json`, import.meta.url), 'utf8')));
  if (!result.success) throw new Error(`${name}: ${JSON.stringify(result.issues, null, 2)}`);
  return result.data;
}

describe('実施体制 tables', () => {
  for (const [name, table] of Object.entries(plans)) {
    it(`${name}: every row, in the order of the plan`, () => {
      const rows = (read(name).programmes ?? []).flatMap((programme) =>
        programme.providers.map((provider) =>
          [
            programme.id,
            provider.business ?? '-',
            provider.name,
            (provider.operation ?? []).map((id) => operationWords[id]).join('・') || '-',
            provider.count ?? '-',
          ].join(' | '),
        ),
      );
      assert.deepEqual(rows, table.trim().split('\n'));
    });
  }

  it('長岡京市 rests each programme on the article it prints', () => {
    const labels = (read('nagaokakyo').programmes ?? []).map((programme) => [
      programme.id,
      programme.legalBasis?.map((basis) => basis.item).join(),
    ]);
    assert.deepEqual(labels, [
      ['consultation', '2-1-i,2-1-ro'],
      ['community', '2-3-ha,2-3-ni'],
      ['participation', '2-2'],
      ['outreach', '2-4'],
      ['coordination', '2-5'],
      ['plan', '2-6'],
    ]);
  });

  it('門真市, 今治市 and 富山市 print no article, so none is written', () => {
    for (const name of ['kadoma', 'imabari', 'toyama']) assert.doesNotMatch(JSON.stringify(read(name)), /legalBasis/, name);
  });
});
