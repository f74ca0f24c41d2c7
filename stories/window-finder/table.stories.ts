import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/window-finder/define';
import { html } from 'lit';
import { tuesday } from './finder.js';

const meta: Meta = { title: 'Window finder/Table upgrade', component: 'tsunagu-window-finder' };
export default meta;

/** The city's own table between the tags is the data; a phone number without area code gets the city's. */
export const Table: StoryObj = {
  name: '市の表を囲む',
  render: () => html`
    <tsunagu-window-finder area-code="0743" city-name="生駒市" catch-all="生駒市役所庁内" at=${tuesday}>
      <table>
        <caption>
          相談窓口の一覧
        </caption>
        <thead>
          <tr>
            <th scope="col">分野</th>
            <th scope="col">窓口</th>
            <th scope="col">TEL</th>
            <th scope="col">FAX</th>
            <th scope="col">住所</th>
            <th scope="col">開所時間</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">総合</th>
            <td>生駒市役所庁内</td>
            <td>74-1111</td>
            <td>74-9100</td>
            <td>東新町8-38</td>
            <td>月曜日～金曜日 9:00～16:30</td>
          </tr>
          <tr>
            <th scope="rowgroup" rowspan="2">高齢</th>
            <td>フォレスト地域包括支援センター</td>
            <td>78-4888</td>
            <td>78-1640</td>
            <td>北田原町2429-4</td>
            <td>月曜日～土曜日 8:30～17:30</td>
          </tr>
          <tr>
            <td>東生駒地域包括支援センター</td>
            <td>75-3367</td>
            <td>71-8086</td>
            <td>辻町53</td>
            <td>月～金 8:40～17:20 土 8:40～12:30</td>
          </tr>
          <tr>
            <th scope="row">困窮</th>
            <td>生駒市くらしとしごと支援センター</td>
            <td>0120-883-132</td>
            <td>-</td>
            <td>東新町8-38</td>
            <td>月曜日～金曜日 9:00～16:30</td>
          </tr>
        </tbody>
      </table>
    </tsunagu-window-finder>
  `,
};
