import { expect, it } from 'vitest';
import { citation } from './citation';

const cited = citation({
  title: '六稳 100%',
  url: 'https://example.org/slogans/7?from=2020',
  version: 12,
  published: '2026-03-01',
  accessed: '2026-03-05',
});

it('names the version, the address and the days', () => {
  for (const form of Object.values(cited)) {
    expect(form).toContain('https://example.org/slogans/7?from=2020');
    expect(form).toContain('12');
    expect(form).toContain('2026-03-05');
  }
});

it('writes GB/T 7714 as a database online', () =>
  expect(cited.gbt7714).toBe(
    '提法 Tifa. 六稳 100%：数据第 12 版[DB/OL]. (2026-03-01)[2026-03-05]. https://example.org/slogans/7?from=2020.',
  ));

it('escapes what BibTeX would read', () => expect(cited.bibtex).toContain('title = {六稳 100\\%}'));
