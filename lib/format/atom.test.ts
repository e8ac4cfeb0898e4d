import { expect, it } from 'vitest';
import { atomFeed } from './atom';

const feed = atomFeed({
  title: '“六稳” & others',
  self: 'https://example.org/slogans/7/feed.atom?a=1&b=2',
  page: 'https://example.org/slogans/7',
  updated: '2026-03-01T10:00:00.000Z',
  language: 'zh-CN',
  entries: [
    { id: 'a', title: 'x < y', url: 'https://example.org/', updated: '2020-02-12', summary: 'a\u0001b' },
  ],
});

it('escapes what XML would read, and leaves out what it forbids', () => {
  expect(feed).toContain('x &#60; y');
  expect(feed).toContain('?a=1&#38;b=2');
  expect(feed).toContain('<summary>ab</summary>');
});

it('takes a day for its beginning in Beijing', () =>
  expect(feed).toContain('<updated>2020-02-12T00:00:00+08:00</updated>'));
