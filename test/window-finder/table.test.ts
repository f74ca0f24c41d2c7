import { expect, fixture, html } from '@open-wc/testing';
import { readCaption, readChildTable, readTable, tableToDirectory, type TableHost } from '../../packages/window-finder/src/table/index.js';

const table = async (template: ReturnType<typeof html>): Promise<HTMLTableElement> => {
  const box = await fixture<HTMLElement>(html`<div>${template}</div>`);
  return box.querySelector('table')!;
};

describe('readTable', () => {
  it('reads text as shown: line breaks, blocks, pictures, no furigana', async () => {
    const read = readTable(
      await table(html`
        <table>
          <tr>
            <td>
              <ruby>窓口<rp>（</rp><rt>まどぐち</rt><rp>）</rp></ruby> <b>あ</b><br />2行目
            </td>
            <td>
              <p>一段</p>
              <p>二段</p>
            </td>
            <td><img alt="電話" src="data:," />74-1111</td>
            <td>
              見える<span hidden>見えない</span>
              <script type="text/plain">
                x
              </script>
            </td>
          </tr>
        </table>
      `),
    );
    expect(read).to.deep.equal([[{ text: '窓口 あ\n2行目' }, { text: '一段\n二段' }, { text: '電話 74-1111' }, { text: '見える' }]]);
  });

  it('keeps spans within their row group, in every engine', async () => {
    const read = readTable(
      await table(html`
        <table>
          <thead>
            <tr>
              <th rowspan="5" colspan="2">見出し</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td rowspan="0">下まで</td>
              <td colspan="5000">広い</td>
            </tr>
            <tr>
              <td rowspan="65534">長い</td>
            </tr>
            <tr></tr>
          </tbody>
          <tbody>
            <tr>
              <td rowspan="-3" colspan="x">ふつう</td>
            </tr>
          </tbody>
        </table>
      `),
    );
    expect(read).to.deep.equal([
      [{ text: '見出し', header: true, colspan: 2 }],
      [
        { text: '下まで', rowspan: 3 },
        { text: '広い', colspan: 200 },
      ],
      [{ text: '長い', rowspan: 2 }],
      [],
      [{ text: 'ふつう' }],
    ]);
  });

  it('takes the fuller number of a tel: link and the address of a mailto: link', async () => {
    const [row] = readTable(
      await table(html`
        <table>
          <tr>
            <td><a href="tel:0743-74-1111">74-1111</a></td>
            <td><a href="tel:0743741111">市役所に電話</a></td>
            <td><a href="tel:0743-74-1111"></a></td>
            <td><a href="mailto:sodan@city.example.jp?subject=x">メール</a></td>
            <td><a href="https://city.example.jp/a">窓口</a></td>
            <td><a href="javascript:alert(1)">だめ</a></td>
          </tr>
        </table>
      `),
    );
    expect(row!.map(({ text }) => text)).to.deep.equal([
      '0743-74-1111',
      '市役所に電話 0743741111',
      '0743-74-1111',
      'メール sodan@city.example.jp',
      '窓口',
      'だめ',
    ]);
    expect(row!.map(({ href }) => href)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
      'https://city.example.jp/a',
      undefined,
    ]);
  });

  it('leaves out hidden rows and the rows of inner tables', async () => {
    const read = readTable(
      await table(html`
        <table>
          <caption>
            窓口<br />一覧
          </caption>
          <tr hidden>
            <td>見えない</td>
          </tr>
          <tr>
            <td>
              外
              <table>
                <tr>
                  <td>内</td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      `),
    );
    expect(read).to.deep.equal([[{ text: '外\n内' }]]);
  });

  it('does not change the page', async () => {
    const element = await table(
      html`<table>
        <tr>
          <td>あ<br />い</td>
        </tr>
      </table>`,
    );
    const before = element.outerHTML;
    readTable(element);
    expect(element.outerHTML).to.equal(before);
  });

  it('survives deep nesting and markup in text', async () => {
    const element = await table(
      html`<table>
        <tr>
          <td>${'<img src=x onerror=alert(1)>'}</td>
        </tr>
      </table>`,
    );
    let at: Element = element.rows[0]!.insertCell();
    for (let depth = 0; depth < 2000; depth++) at = at.appendChild(document.createElement('span'));
    at.textContent = '底';
    expect(readTable(element)[0]![0]).to.deep.equal({ text: '<img src=x onerror=alert(1)>' });
  });
});

const desks = html`
  <table>
    <caption>
      相談窓口一覧（市外局番0743）
    </caption>
    <thead>
      <tr>
        <th>分野</th>
        <th>窓口</th>
        <th>TEL<br />FAX</th>
        <th>住所</th>
        <th>開所時間</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">総合</th>
        <td>市役所</td>
        <td>74-1111<br />74-9100</td>
        <td>東新町8-38</td>
        <td>月曜日～金曜日<br />9:00～16:30</td>
      </tr>
      <tr>
        <th scope="row" rowspan="2">高齢</th>
        <td>東センター<br />(担当地域①)</td>
        <td>78-4888<br />-</td>
        <td>本町1-2<br />(みほんビル2階)</td>
        <td>月～金 8:40～17:20<br />土 8:40～12:30</td>
      </tr>
      <tr>
        <td>西センター</td>
        <td>78-4889</td>
        <td>本町2-2</td>
        <td>－</td>
      </tr>
    </tbody>
  </table>
`;

describe('tableToDirectory', () => {
  it('reads a table of a page into a valid directory', async () => {
    const element = await table(desks);
    expect(readCaption(element)).to.equal('相談窓口一覧（市外局番0743）');
    const { directory, issues } = tableToDirectory(element, { municipality: { code: '292095', name: '生駒市' }, updated: '2026-04-01' });
    expect(issues).to.deep.equal([]);
    expect(directory!.windows.map((window) => [window.name, window.phones?.[0]?.number, window.fax?.number, window.field])).to.deep.equal([
      ['市役所', '0743-74-1111', '0743-74-9100', 'general'],
      ['東センター', '0743-78-4888', undefined, 'elderly'],
      ['西センター', '0743-78-4889', undefined, 'elderly'],
    ]);
    expect(directory!.windows[1]).to.deep.include({ address: '本町1-2', building: 'みほんビル', floor: '2階', catchments: ['area-1'] });
    expect(directory!.windows[1]!.hours!.weekly).to.have.length(2);
    expect(directory!.windows[2]!.hours).to.equal(undefined);
  });
});

describe('readChildTable', () => {
  it('reads the child table with what the attributes say', async () => {
    const host = await fixture<TableHost>(html`<div>${desks}</div>`);
    Object.assign(host, { areaCode: '0743', cityName: '生駒市', catchAll: '西センター' });
    const directory = (await readChildTable(host)) as {
      municipality: { name: string };
      catchAll: string[];
      windows: { id: string; name: string }[];
    };
    expect(directory.municipality.name).to.equal('生駒市');
    expect(directory.catchAll).to.deep.equal([directory.windows[2]!.id]);
  });

  it('gives undefined without a table', async () => {
    expect(await readChildTable(await fixture(html`<div></div>`))).to.equal(undefined);
  });
});
