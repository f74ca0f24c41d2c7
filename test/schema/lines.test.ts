/** National lines: dialable, sourced, in three languages, and somebody for every kind of danger. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dangers, localize, parseDirectory } from '@tsunagu/schema';
import { nationalLines, withLineTexts } from '@tsunagu/schema/lines';
import { easyLineTexts } from '@tsunagu/schema/lines/easy';
import { englishLineTexts } from '@tsunagu/schema/lines/en';
import { sourcedLines } from '@tsunagu/schema/lines/sources';

const ids = nationalLines.map((line) => line.id);

describe('national lines', () => {
  it('are valid, unique and can be reached', () => {
    assert.equal(new Set(ids).size, ids.length);
    const result = parseDirectory({
      schemaVersion: '1.0',
      updated: '2026-11-22',
      source: '試験',
      municipality: { code: '999016', name: '試験市', mainContact: { name: '試験市役所' } },
      windows: [{ id: 'all', name: '総合窓口', acceptsAll: true }],
      emergencyLines: sourcedLines,
    });
    assert.deepEqual(result.success ? [] : result.issues, []);
    for (const line of sourcedLines) {
      assert.ok((line.phones ?? []).length > 0 || line.url, line.id);
      assert.ok(line.dangers.length > 0, line.id);
    }
  });

  it('have exactly these numbers', () => {
    const numbers = nationalLines.flatMap((line) => (line.phones ?? []).map((phone) => phone.display ?? phone.number));
    assert.deepEqual(numbers.sort(), [
      '#7119',
      '#8000',
      '#8008',
      '#8103',
      '#8891',
      '#9110',
      '0120-0-78310',
      '0120-061-338',
      '0120-279-226',
      '0120-279-338',
      '0120-279-889',
      '0120-783-556',
      '0120-99-7777',
      '0570-064-556',
      '0570-783-556',
      '110',
      '119',
      '188',
      '189',
    ]);
  });

  it('answer every danger, and at any hour of any day', () => {
    for (const danger of dangers) {
      const answering = nationalLines.filter((line) => line.dangers.includes(danger));
      assert.ok(
        answering.some((line) => line.hours?.weekly?.[0]?.to === '24:00' && line.hours.yearEnd === 'open'),
        danger,
      );
    }
  });

  it('say where each was checked; what was not checked says so', () => {
    for (const line of sourcedLines) {
      assert.ok(typeof line.source === 'object' && line.source.title && /^https?:\/\//.test(line.source.url ?? ''), line.id);
      if (line.verifiedOn === undefined)
        assert.ok(
          line.notes?.some((note) => typeof note === 'object' && 'kind' in note && note.kind === 'doubt'),
          line.id,
        );
      else assert.equal(line.verifiedOn, '2026-11-22');
    }
  });

  it('give weekly hours only where they are the same everywhere', () => {
    for (const line of nationalLines) if (line.hours?.text.includes('異なります')) assert.equal(line.hours.weekly, undefined, line.id);
  });

  it('have a name and a sentence in やさしい日本語 and English', () => {
    for (const texts of [easyLineTexts, englishLineTexts]) assert.deepEqual(Object.keys(texts).sort(), [...ids].sort());
    for (const { name, description } of Object.values(easyLineTexts))
      for (const text of [name, description])
        assert.doesNotMatch(text.replace(/[\p{sc=Han}々]+《[ぁ-ゖー]+》/gu, ''), /[\p{sc=Han}《》]/u, text);
  });

  it('merge a language without losing the Japanese', () => {
    const merged = withLineTexts(withLineTexts(nationalLines, 'en', englishLineTexts), 'ja-x-easy', easyLineTexts);
    merged.forEach((line, index) => {
      const own = nationalLines[index];
      assert.equal(localize(line.name, 'ja'), own?.name);
      assert.equal(localize(line.name, 'en'), englishLineTexts[line.id]?.name);
      assert.equal(localize(line.description ?? '', 'ja-x-easy'), easyLineTexts[line.id]?.description);
      assert.deepEqual(line.phones, own?.phones);
    });
  });

  it('leave a line alone that has no text in that language', () => {
    const city = [{ id: 'constructor', name: '市の夜間電話', channels: ['phone' as const], dangers: [] }];
    assert.deepEqual(withLineTexts(city, 'en', englishLineTexts), city);
  });
});
