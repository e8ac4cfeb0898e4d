import { expect, test } from 'vitest';
import { readPage } from './html';

const body = `<p>${'会议强调，要扎实做好各项工作，确保任务落到实处。'.repeat(8)}</p>`;
const page = (head: string) => `<html><head><title>网站</title>${head}</head><body>${body}</body></html>`;
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const article = {
  '@type': 'NewsArticle',
  headline: '区政府召开会议',
  datePublished: '2021-03-04T18:30:00Z',
  publisher: { name: '区报' },
};

test.each([
  [
    'the meta tags of government sites',
    '<meta name="PubDate" content="2021-03-04 18:30"><meta name="SiteName" content="区报">',
    '2021-03-04',
  ],
  [
    'Open Graph',
    '<meta property="article:published_time" content="2021-03-04T18:30:00+08:00"><meta property="og:site_name" content="区报">',
    '2021-03-04',
  ],
  ['JSON-LD, the day in China', ld(article), '2021-03-05'],
  [
    'JSON-LD among other things',
    ld({ '@graph': [{ '@type': 'WebSite', name: '网站' }, article] }),
    '2021-03-05',
  ],
  [
    'JSON-LD in a list, after a broken script',
    `<script type="application/ld+json">{"@type":</script>${ld([article])}`,
    '2021-03-05',
  ],
])('%s say when and where a page was published', (_, head, day) => {
  expect(readPage(page(head))).toMatchObject({ published: day, site: '区报' });
});

test('a page that says nothing of itself has no day, and meta tags win over JSON-LD', () => {
  expect(readPage(page(ld({ '@type': 'Organization', name: '区报' })))).toMatchObject({
    published: null,
    site: null,
  });
  const both = `<meta name="PubDate" content="2021-03-01">${ld(article)}`;
  expect(readPage(page(both)).published).toBe('2021-03-01');
});
