import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { type Dataset, loadDatasets, readNamed } from './dataset';
import { startTestServer, type TestServer } from './test-server';

let folder = '';
let server: TestServer | null = null;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-dataset-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await server?.close();
  server = null;
});

function tarEntry(name: string, content: string): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(body.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  header.write('ustar', 257);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

const day = JSON.stringify({
  videoList: [
    {
      video_id: 'V1',
      video_detail: {
        title: '[视频]会议在京召开',
        pubtime: '2021-03-04 19:06:13',
        url: 'https://a.cn/1',
        content: '<p>会议强调，要落实责任。</P>\r\n<p>(视频编辑：某某)</P>',
      },
    },
    { video_id: 'V2', video_title: '另一条', pub_date: '2021-03-04 19:08:00', video_detail: {} },
  ],
});
const archive = gzipSync(
  Buffer.concat([
    tarEntry('xwlb-abc/README.md', '# x'),
    tarEntry('xwlb-abc/assets/2021/20210304.json', day),
    tarEntry('xwlb-abc/assets/2021/20210305.json', '{"broken'),
    Buffer.alloc(1024),
  ]),
);

function xwlb(file: string): Dataset {
  const dataset = loadDatasets(findDataDir()).get('china-data/xwlb');
  if (!dataset) throw new Error('the catalogue lacks its first entry');
  return { ...dataset, file };
}

async function read(dataset: Dataset, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  const options = { allowPrivate: true, backoffMs: 5, retries: 2, timeoutMs: 1000 };
  for await (const item of readNamed(name, dataset, folder, options))
    found.push(
      'problem' in item ? `!${item.problem.code}` : JSON.parse(Buffer.from(item.document.bytes).toString()),
    );
  return found;
}

test('the archive of a repository is read record by record', async () => {
  server = await startTestServer({ '/a': { type: 'application/x-gzip', body: archive } });
  const dataset = xwlb(`${server.url}/a`);
  const expected = [
    {
      id: 'V1',
      title: '会议在京召开',
      date: '2021-03-04',
      url: 'https://a.cn/1',
      text: '会议强调，要落实责任。',
      source: '新闻联播',
    },
    { id: 'V2', title: '另一条', date: '2021-03-04', text: '', source: '新闻联播' },
    '!malformed-json',
  ];
  expect(await read(dataset, 'a')).toEqual(expected);
  expect(await read(dataset, 'a')).toEqual(expected);
  // The second time from the disk.
  expect(server.asked).toHaveLength(1);
});

test('the others of the catalogue are read in the shape that they have', async () => {
  const line = JSON.stringify({
    title: '政府工作报告',
    url: 'https://a.cn/r',
    content: '各位代表：',
    year: 2025,
  });
  const table =
    '标题,时间,效力状态,内容,一级类别,来源网站,访问地址,附件链接\n通知,2024年08月01日,有效,"各市：\n请落实",政策文件,x,https://b.cn/1,\n';
  const packed = (...entries: Buffer[]) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));
  server = await startTestServer({
    '/lines': {
      type: 'application/x-gzip',
      body: packed(tarEntry('c-1/a.jsonl', `${line}\n{"broken\n`), tarEntry('c-1/README.md', 'x')),
    },
    '/tables': {
      type: 'application/x-gzip',
      body: packed(tarEntry('s-1/河北政府网站/7/政策.csv', table), tarEntry('s-1/vk/url.csv', 'a,b\n1,2\n')),
    },
  });
  const named = (name: string, path: string): Dataset => {
    const dataset = loadDatasets(findDataDir()).get(name);
    if (!dataset) throw new Error(`the catalogue lacks ${name}`);
    return { ...dataset, file: `${server?.url}${path}` };
  };
  expect(await read(named('aldohemsn/chinese-political-corpora', '/lines'), 'lines')).toEqual([
    {
      title: '政府工作报告',
      url: 'https://a.cn/r',
      text: '各位代表：',
      date: '2025',
      source: '维基文库',
      place: '100000',
    },
    '!malformed-json',
  ]);
  expect(await read(named('gerry0208/hebei', '/tables'), 'tables')).toEqual([
    {
      title: '通知',
      date: '2024-08-01',
      text: '各市：\n请落实',
      url: 'https://b.cn/1',
      source: '河北省政府部门网站',
    },
  ]);
});

test('a download that broke off is gone on with, and a wrong file is refused', async () => {
  const ranges: (string | undefined)[] = [];
  server = await startTestServer({
    '/a': (request, response) => {
      ranges.push(request.headers.range);
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const headers = { etag: '"1"', 'content-length': archive.length - from };
      response.writeHead(from > 0 ? 206 : 200, headers);
      if (from > 0) response.end(archive.subarray(from));
      else response.write(archive.subarray(0, 100), () => setTimeout(() => response.destroy(), 50));
    },
  });
  const sha256 = createHash('sha256').update(archive).digest('hex');
  const dataset = { ...xwlb(`${server.url}/a`), sha256 };
  expect(await read(dataset, 'b')).toHaveLength(3);
  // A slow machine may break off before anything has come.
  expect(ranges.length).toBeGreaterThan(1);
  expect(ranges.at(-1)).toBe('bytes=100-');
  expect(readFileSync(join(folder, 'b')).equals(archive)).toBe(true);
  writeFileSync(join(folder, 'b'), 'tampered');
  expect(await read(dataset, 'b')).toEqual(['!refused']);
  expect(existsSync(join(folder, 'b'))).toBe(false);
});

test('a server that has nothing is a problem', async () => {
  server = await startTestServer({});
  expect(await read(xwlb(`${server.url}/none`), 'c')).toEqual(['!refused']);
  expect(await read(xwlb('http://127.0.0.1:1/none'), 'd')).toEqual(['!unreachable']);
});
