import { describe, expect, it } from 'vitest';
import { extract } from '@/lib/extract';
import { loadResources } from '@/lib/resources';
import { SILENT, STOPPED } from './demo-places';
import { DEMO_SOURCE, generateDemo } from './generate-demo';

const documents = [...generateDemo({ seed: 1 })];
const resources = loadResources();
const read = documents.map((document) => {
  const { id, source, url, title, date, place, published, text } = document;
  const input = { id, source, url, title, date, place, published, text, encoding: 'utf-8', notes: [] };
  return { document, extraction: extract(input, resources) };
});

describe('the demonstration corpus', () => {
  it('is the same for the same seed and another for another', () => {
    const first = JSON.stringify([...generateDemo({ seed: 7, documents: 50 })]);
    expect(JSON.stringify([...generateDemo({ seed: 7, documents: 50 })])).toBe(first);
    expect(JSON.stringify([...generateDemo({ seed: 8, documents: 50 })])).not.toBe(first);
  });

  it('comes in the order of its days, says that it is synthetic, and has ids of its own', () => {
    const dates = documents.filter((d) => d.truth.copies === undefined).map((d) => d.truth.date);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(documents.map((d) => d.id)).size).toBe(2_400);
    expect(documents.every((d) => d.source === DEMO_SOURCE)).toBe(true);
  });

  it('holds exactly the slogans that its truth says', () => {
    for (const { document, extraction } of read) {
      const found: Record<string, number> = {};
      for (const { slogan } of extraction.mentions) found[slogan] = (found[slogan] ?? 0) + 1;
      expect(found, document.id).toEqual(document.truth.slogans);
    }
  });

  it('holds exactly the lists that its truth says', () => {
    for (const { document, extraction } of read) {
      const numbered = extraction.lists.filter((list) => list.style !== '排比');
      const found = numbered.map(({ style, items }) => ({ style, items: items.length }));
      expect(found, document.id).toEqual(document.truth.lists);
    }
  });

  it('gives away date and place, told or not', () => {
    const wrong = read.filter(({ document: { truth }, extraction: { reports, place } }) => {
      const days = reports.map(({ date }) => date?.value).join();
      return days !== truth.reports.join() || place?.code !== truth.place;
    });
    expect(wrong.length / read.length, wrong.map(({ document }) => document.id).join()).toBeLessThan(0.01);
  });

  it('relays some documents word by word in another place', () => {
    const byId = new Map(documents.map((d) => [d.id, d] as const));
    const copies = documents.filter((d) => d.truth.copies !== undefined);
    expect(copies.length).toBeGreaterThan(20);
    for (const copy of copies) {
      const original = byId.get(copy.truth.copies ?? '');
      expect(copy.text).toBe(original?.text);
      expect(copy.place).not.toBe(original?.place);
    }
  });

  it('gives about 15 % damaged and without date and place', () => {
    const share = documents.filter((d) => d.place === null && d.date === null).length / documents.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.18);
  });

  it('has a silent district and a source that stops', () => {
    const silent = documents.filter((d) => d.truth.place === SILENT.place && d.truth.date > '2022-01');
    expect(silent.length).toBeGreaterThan(3);
    expect(silent.some((d) => d.truth.slogans[SILENT.slogan] !== undefined)).toBe(false);
    const stopped = documents
      .filter((d) => d.truth.place === STOPPED.place)
      .map((d) => d.truth.date.slice(0, 7));
    expect(stopped.length).toBeGreaterThan(3);
    expect(stopped.every((month) => month <= STOPPED.after)).toBe(true);
  });

  it('lets one slogan succeed another', () => {
    const uses = (slogan: string, from: string, until: string) =>
      documents.filter((d) => d.truth.date >= from && d.truth.date < until && d.truth.slogans[slogan]).length;
    expect(uses('外防输入、内防扩散', '2020-02', '2020-04')).toBeGreaterThan(3);
    expect(uses('外防输入、内防扩散', '2020-08', '2024')).toBeLessThan(6);
    expect(uses('外防输入、内防反弹', '2018', '2020-03')).toBe(0);
    expect(uses('外防输入、内防反弹', '2022-01', '2022-12')).toBeGreaterThan(80);
  });
});
