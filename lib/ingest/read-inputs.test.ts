import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { WrongInput } from './fetch/wrong-input';
import { openInputs } from './read-inputs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-inputs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = () => ({ dataDir: folder, downloads: folder });

test('how much of the files was read is known in the middle of one, packed or not', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => JSON.stringify({ id: String(i), text: `第${i}篇` }));
  const packed = gzipSync(lines.join('\n'), { level: 0 });
  writeFileSync(join(folder, 'a.jsonl.gz'), packed);
  writeFileSync(join(folder, 'b.txt'), '会议强调');
  const { items, totalBytes } = await openInputs([folder], options());
  expect(totalBytes).toBe(packed.length + 12);
  const read: number[] = [];
  for await (const { readBytes } of items) read.push(readBytes);
  expect(read).toHaveLength(60_001);
  expect(read).toEqual([...read].sort((a, b) => a - b));
  const distinct = new Set(read);
  expect(distinct.size).toBeGreaterThan(5);
  expect(read.at(-1)).toBe(totalBytes);
});

test('where something else than files is read, nobody knows how much there is', async () => {
  const { totalBytes } = await openInputs([join(folder, 'b.txt'), 'urls:none.txt'], options());
  expect(totalBytes).toBeNull();
});

test.each([
  ['dataset:none', /there is no dataset "none"; data\/datasets\.yaml has china-data\/xwlb/],
  ['dataset:', /there is no dataset ""/],
  ['recipe:none.yaml', /recipe none\.yaml: there is no such file/],
  ['ftp://a.cn/b', /only http and https/],
  ['https://', /no address/],
])('%s is refused before anything is read', async (input, message) => {
  const opened = openInputs([join(folder, 'b.txt'), input], { ...options(), dataDir: findDataDir() });
  await expect(opened).rejects.toThrow(message);
  await expect(opened).rejects.toBeInstanceOf(WrongInput);
});
