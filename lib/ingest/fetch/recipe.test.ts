import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findDataDir } from '@/lib/resources';
import type { ReadItem } from '../read/raw-document';
import { PoliteFetcher } from './polite-fetcher';
import { loadRecipe, readRecipe } from './recipe';
import { type Page, startTestServer, type TestServer } from './test-server';

let folder = '';
let server: TestServer | null = null;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-recipe-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await server?.close();
  server = null;
});

async function read(recipe: object): Promise<unknown[]> {
  const file = join(folder, 'recipe.yaml');
  writeFileSync(file, JSON.stringify(recipe)); // JSON is YAML
  const fetcher = new PoliteFetcher({ allowPrivate: true, delayMs: 0, retries: 0, timeoutMs: 500 });
  const found: unknown[] = [];
  for await (const item of readRecipe(fetcher, loadRecipe(file))) found.push(short(item));
  return found;
}

function short(item: ReadItem): unknown {
  if ('problem' in item) return `!${item.problem.code}`;
  const { url: _, ...rest } = JSON.parse(Buffer.from(item.document.bytes).toString()) as Record<
    string,
    string
  >;
  return rest;
}

const body = Array.from(
  { length: 5 },
  (_, i) => `<p>会议强调，要扎实做好第${i}项工作，确保各项任务落到实处、见到成效。</p>`,
).join('');

/** Pages in the shape of TRS WCM: lists in ul, pages with #zoom, further lists index_1.html and so on. */
function trsSite(): Record<string, Page> {
  const row = (n: number) =>
    `<li><a href="./202103/t20210304_${n}.html">区政府召开第${n}次常务会议</a><span>2021-03-0${n}</span></li>`;
  const page = (n: number) =>
    `<html><head><title>网站名</title></head><body><div class="nav"><a href="/">首页</a></div><h1>区政府召开第${n}次常务会议</h1><div class="info">发布时间：2021年3月${n}日 来源：区府办</div><div id="zoom">${body}<div class="share">分享到</div></div></body></html>`;
  return {
    '/zwdt/': `<ul class="list">${row(1)}${row(2)}</ul><a href="/about.html">关于我们</a>`,
    '/zwdt/index_1.html': `<ul class="list">${row(3)}</ul>`,
    ...Object.fromEntries([1, 2, 3].map((n) => [`/zwdt/202103/t20210304_${n}.html`, page(n)])),
  };
}

describe('recipes', () => {
  it('reads a site by selectors, over counted pages', async () => {
    server = await startTestServer(trsSite());
    const found = await read({
      name: '某区',
      source: '某区政府网',
      place: '440307',
      lists: [
        {
          url: `${server.url}/zwdt/`,
          pages: { url: `${server.url}/zwdt/index_{n}.html`, from: 1, to: 50 },
          links: '.list li a',
        },
      ],
      page: { title: 'h1', date: '.info', text: '#zoom', remove: ['.share'] },
    });
    expect(found).toHaveLength(3);
    expect(found[1]).toMatchObject({
      title: '区政府召开第2次常务会议',
      published: '2021-03-02',
      place: '440307',
      source: '某区政府网',
    });
    expect(JSON.stringify(found)).not.toContain('分享到');
    expect(server.asked.some((a) => a.path === '/zwdt/index_3.html')).toBe(false);
  });

  it('needs no more than the address of a list', async () => {
    server = await startTestServer(trsSite());
    const found = await read({ name: '某区', source: '某区政府网', lists: [{ url: `${server.url}/zwdt/` }] });
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ title: '区政府召开第1次常务会议', published: '2021-03-01' });
    expect(JSON.stringify(found)).toContain('落到实处');
  });

  it('follows the link to the next page, heeds the limit, and names what is wrong', async () => {
    const pages = trsSite();
    pages['/zwdt/'] = `${pages['/zwdt/']}<a class="next" href="index_1.html">下一页</a>`;
    server = await startTestServer(pages);
    const list = { url: `${server.url}/zwdt/`, links: '.list a', next: 'a.next' };
    const common = { name: '某区', source: '某区政府网' };
    expect(await read({ ...common, lists: [list] })).toHaveLength(3);
    expect(await read({ ...common, lists: [list], limit: 1 })).toHaveLength(1);
    expect(await read({ ...common, lists: [{ ...list, links: '.none' }] })).toContain('!empty-list');
    expect(await read({ ...common, lists: [list], page: { text: '#none' }, limit: 1 })).toEqual(['!no-text']);
    expect(await read({ ...common, lists: [{ url: `${server.url}/none` }] })).toEqual(['!refused']);
  });

  it('names pages of a list that do not answer, goes on, and gives up when the site is down', async () => {
    const pages = trsSite();
    const last = pages['/zwdt/index_1.html'];
    pages['/zwdt/index_1.html'] = (_, response) => response.destroy();
    pages['/zwdt/index_2.html'] = last as Page;
    server = await startTestServer(pages);
    const counted = (to: number) => ({ url: `${server?.url}/zwdt/index_{n}.html`, from: 1, to });
    const list = { url: `${server.url}/zwdt/`, links: '.list li a', pages: counted(9) };
    const common = { name: '某区', source: '某区政府网' };
    const found = await read({ ...common, lists: [list] });
    expect(found.filter((f) => typeof f === 'string')).toEqual(['!unreachable']);
    expect(found).toHaveLength(4);
    for (let n = 1; n < 9; n++) pages[`/zwdt/index_${n}.html`] = (_, response) => void response.destroy();
    const down = await read({ ...common, lists: [list] });
    expect(down.filter((f) => f === '!unreachable')).toHaveLength(3);
  });

  it('says where a recipe is wrong', async () => {
    await expect(read({ name: 'x', source: 'y', lists: [] })).rejects.toThrow(/recipe\.yaml.*lists/s);
    await expect(
      read({ name: 'x', source: 'y', lists: [{ url: 'http://a.cn', link: 'a' }] }),
    ).rejects.toThrow(/link/);
  });

  it('holds for those that are shipped', () => {
    const shipped = join(findDataDir(), 'recipes');
    for (const name of readdirSync(shipped))
      expect(loadRecipe(join(shipped, name)).lists.length).toBeGreaterThan(0);
  });
});
