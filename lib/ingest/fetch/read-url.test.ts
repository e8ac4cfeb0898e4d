import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReadItem } from '../read/raw-document';
import { isPrivateAddress } from './addresses';
import { readListing } from './links';
import { type FetchOptions, PoliteFetcher } from './polite-fetcher';
import { readUrl } from './read-url';
import { type Page, startTestServer, type TestServer } from './test-server';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const FAST: Partial<FetchOptions> = { allowPrivate: true, delayMs: 0, backoffMs: 5, timeoutMs: 500 };

async function site(pages: Record<string, Page>): Promise<string> {
  server = await startTestServer(pages);
  return server.url;
}

function short(item: ReadItem): string {
  if ('problem' in item) return `!${item.problem.code}`;
  const { bytes, title, published } = item.document;
  return `${[title, published].filter(Boolean).join('|')}:${Buffer.from(bytes).toString()}`;
}

async function read(url: string, options: Partial<FetchOptions> = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const item of readUrl(new PoliteFetcher({ ...FAST, ...options }), url)) found.push(short(item));
  return found;
}

describe('pages and lists', () => {
  it('reads a page, through redirects and packing', async () => {
    const packed = { type: 'text/html', body: gzipSync('会议'), headers: { 'content-encoding': 'gzip' } };
    const to =
      (path: string): Page =>
      (_, response) =>
        response.writeHead(302, { location: path }).end();
    const url = await site({ '/a': to('/b'), '/b': packed, '/loop': to('/loop') });
    expect(await read(`${url}/a`)).toEqual([':会议']);
    expect(await read(`${url}/loop`)).toEqual(['!refused']);
    expect(await read(`${url}/none`)).toEqual(['!refused']);
  });

  it('follows sitemaps of sitemaps, also packed, and feeds', async () => {
    const xml = (body: string | Buffer): Page => ({ type: 'application/xml', body });
    const pages: Record<string, Page> = { '/1': '甲', '/2': '乙', '/3': '丙' };
    const url = await site(pages);
    const urlset = (...paths: string[]) =>
      `<?xml version="1.0"?><urlset>${paths.map((p) => `<url><loc>${url}${p}</loc></url>`).join('')}</urlset>`;
    pages['/sitemap.xml'] = xml(
      `<?xml version="1.0"?><sitemapindex><sitemap><loc>${url}/s1.xml</loc></sitemap><sitemap><loc>${url}/sitemap2.xml.gz</loc></sitemap></sitemapindex>`,
    );
    pages['/s1.xml'] = xml(urlset('/1', '/9'));
    pages['/sitemap2.xml.gz'] = { type: 'application/gzip', body: gzipSync(urlset('/2')) };
    pages['/rss'] = xml(
      `<rss><channel><item><title>会议</title><link>/3</link><pubDate>Thu, 04 Mar 2021 17:00:00 GMT</pubDate></item></channel></rss>`,
    );
    expect(await read(`${url}/sitemap.xml`)).toEqual([':甲', '!refused', ':乙']);
    expect(await read(`${url}/rss`)).toEqual(['会议|2021-03-05:丙']);
  });

  it('reads Atom and RDF', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="text">甲</title><link rel="self" href="/s"/><link href="/a"/><published>2021-03-04T10:00:00+08:00</published></entry></feed>`;
    expect(readListing(atom, 'https://a.cn/x')?.links).toEqual([
      { url: 'https://a.cn/a', title: '甲', published: '2021-03-04' },
    ]);
    const rdf = `<rdf:RDF xmlns:dc="x"><item><title>乙</title><link>https://a.cn/b</link><dc:date>2021-03-04</dc:date></item></rdf:RDF>`;
    expect(readListing(rdf, 'https://a.cn/')?.links).toEqual([
      { url: 'https://a.cn/b', title: '乙', published: '2021-03-04' },
    ]);
    expect(readListing('<html/>', 'https://a.cn/')).toBeNull();
  });

  it('reads files of data as files', async () => {
    const url = await site({
      '/a.jsonl.gz': { type: 'application/gzip', body: gzipSync('{"text":"甲"}\n') },
    });
    expect(await read(`${url}/a.jsonl.gz`)).toEqual([':{"text":"甲"}']);
  });
});

describe('politeness', () => {
  it('heeds robots.txt and its delay', async () => {
    const robots = 'User-agent: *\nDisallow: /secret\nCrawl-delay: 0.2\n';
    const url = await site({
      '/robots.txt': { type: 'text/plain', body: robots },
      '/a': 'x',
      '/b': 'y',
      '/secret': 'z',
    });
    const fetcher = new PoliteFetcher(FAST);
    for (const path of ['/a', '/b', '/secret'])
      for await (const item of readUrl(fetcher, url + path))
        expect(short(item)).toBe({ '/a': ':x', '/b': ':y', '/secret': '!forbidden-by-robots' }[path]);
    const [first, second] = (server?.asked ?? []).filter((a) => a.path !== '/robots.txt');
    expect(server?.asked.map((a) => a.path)).toEqual(['/robots.txt', '/a', '/b']);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(190);
  });

  it('asks again after passing failures, and gives up', async () => {
    let answers = 0;
    const url = await site({
      '/a': (_, response) =>
        ++answers < 3 ? response.writeHead(503).end() : response.writeHead(200).end('甲'),
      '/b': (_, response) => response.writeHead(503).end(),
      '/cut': (_, response) => response.destroy(),
    });
    expect(await read(`${url}/a`)).toEqual([':甲']);
    expect(await read(`${url}/b`, { retries: 1 })).toEqual(['!refused']);
    expect(await read(`${url}/cut`, { retries: 1 })).toEqual(['!unreachable']);
  });

  it('gives up on silence and on size', async () => {
    const url = await site({
      '/silent': () => undefined,
      '/endless': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('x'.repeat(100_000));
      },
    });
    expect(await read(`${url}/silent`, { timeoutMs: 100, retries: 0 })).toEqual(['!unreachable']);
    expect(await read(`${url}/endless`, { maxBytes: 50_000 })).toEqual(['!too-large']);
  });

  it('asks whether a page changed', async () => {
    const url = await site({
      '/a': (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"1"', 'content-type': 'text/html' }).end('甲'),
    });
    const fetcher = new PoliteFetcher(FAST);
    for await (const item of readUrl(fetcher, `${url}/a`)) expect(short(item)).toBe(':甲');
    const known = (address: string) => fetcher.validators.get(address);
    expect(await read(`${url}/a`, { known })).toEqual([]);
  });

  it('asks anew for a page that broke off, though the server told of it', async () => {
    const url = await site({
      '/a': (_, response) => {
        response.writeHead(200, { etag: '"1"', 'content-type': 'text/html', 'content-length': 1_000 });
        response.write('会议', () => setTimeout(() => response.destroy(), 50));
      },
    });
    const fetcher = new PoliteFetcher({ ...FAST, retries: 0 });
    const found: string[] = [];
    for await (const item of readUrl(fetcher, `${url}/a`)) found.push(short(item));
    expect(found).toEqual(['!unreachable']);
    expect([...fetcher.validators]).toEqual([]);
  });

  it('stays away from private addresses unless allowed', async () => {
    const url = await site({ '/a': 'x' });
    expect(await read(`${url}/a`, { allowPrivate: false })).toEqual(['!private-address']);
    expect(await read(url.replace('127.0.0.1', 'localhost'), { allowPrivate: false })).toEqual([
      '!private-address',
    ]);
    for (const address of [
      '10.1.2.3',
      '172.20.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '::1',
      'fd00::1',
      '::ffff:10.0.0.1',
    ])
      expect(isPrivateAddress(address)).toBe(true);
    for (const address of ['8.8.8.8', '172.32.0.1', '2400:3200::1'])
      expect(isPrivateAddress(address)).toBe(false);
  });
});
