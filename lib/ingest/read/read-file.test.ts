import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listInputs } from './list-inputs';
import { parseDocument } from './parse-document';
import { MAX_DOCUMENT_BYTES } from './raw-document';
import { readFile } from './read-file';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a file gives, as short strings: `line:text`, or `line!code` for a problem. */
async function read(name: string, content: string | Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const found: string[] = [];
  for await (const item of readFile(path)) {
    const parsed = 'problem' in item ? item : parseDocument(item.document, null);
    const line = 'problem' in item ? item.problem.line : item.document.line;
    found.push(
      'problem' in parsed
        ? `${line ?? ''}!${parsed.problem.code}`
        : `${line ?? ''}:${parsed.input.text.trim()}`,
    );
  }
  return found;
}

const doc = (text: string) => JSON.stringify({ id: text, text });

test.each<[string, string, string | Uint8Array, string[]]>([
  ['one text file', 'a.txt', '会议强调', [':会议强调']],
  ['lines of JSON', 'a.jsonl', `${doc('甲')}\n${doc('乙')}\n`, ['1:甲', '2:乙']],
  ['the last line without a break', 'b.jsonl', `${doc('甲')}\n${doc('乙')}`, ['1:甲', '2:乙']],
  ['lines that Windows ended', 'c.jsonl', `${doc('甲')}\r\n${doc('乙')}\r\n`, ['1:甲', '2:乙']],
  ['empty lines are counted', 'd.jsonl', `\n\n${doc('甲')}\n`, ['3:甲']],
  [
    'a malformed line among good ones',
    'e.jsonl',
    `${doc('甲')}\n{"text":\n${doc('乙')}\n`,
    ['1:甲', '2!malformed-json', '3:乙'],
  ],
  ['a line without text', 'f.jsonl', '{"title":"甲"}\n', ['1!no-text']],
  ['a line with empty text', 'g.jsonl', '{"text":" "}\n', ['1!empty']],
  ['a line that is no object', 'h.jsonl', '[1]\n', ['1!not-a-document']],
  ['a field of the wrong type', 'i.jsonl', '{"text":"甲","title":["乙"]}\n', ['1!wrong-type']],
  ['a date that is none', 'j.jsonl', '{"text":"甲","date":"last week"}\n', ['1!wrong-date']],
  ['gzip, by its bytes', 'k.dat', gzipSync('会议强调'), [':会议强调']],
  [
    'gzip that breaks off',
    'l.jsonl.gz',
    gzipSync(`${doc('甲')}\n`.repeat(50_000)).subarray(0, 3000),
    ['46749!broken-gzip'],
  ],
  ['an empty file', 'm.txt', '', ['!empty']],
  ['white space only', 'n.txt', ' \n\u3000\n', ['!empty']],
  [
    'a picture',
    'o.txt',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3),
    ['!binary'],
  ],
  ['a JSON array', 'p.json', `[${doc('甲')},${doc('乙')}]`, ['1:甲', '2:乙']],
  ['a JSON object over several lines', 'q.json', '{\n "text": "甲"\n}', ['1:甲']],
  ['GB18030', 'r.txt', Uint8Array.of(0xbb, 0xe1, 0xd2, 0xe9, 0xc7, 0xbf, 0xb5, 0xf7), [':会议强调']],
])('%s', async (_, name, content, expected) => {
  const found = await read(name, content);
  expect(name.endsWith('.jsonl.gz') ? found.slice(-1) : found).toEqual(expected);
});

test('what stood before the end of a broken gzip file is kept', async () => {
  const whole = Array.from({ length: 20_000 }, (_, i) => doc(`第${i}篇 ${'甲乙丙丁'.repeat(i % 7)}`)).join(
    '\n',
  );
  const found = await read('s.jsonl.gz', gzipSync(whole).subarray(0, 40_000));
  expect(found.length).toBeGreaterThan(100);
  expect(found.slice(0, -1).every((f) => f.includes(':第'))).toBe(true);
  expect(found.at(-1)).toMatch(/^\d+!broken-gzip$/);
});

test('a line of 100 MB is refused without being kept, and the others are read', async () => {
  const long = Buffer.alloc(100_000_000, 'x');
  const found = await read(
    't.jsonl',
    Buffer.concat([Buffer.from(`${doc('甲')}\n`), long, Buffer.from(`\n${doc('乙')}\n`)]),
  );
  expect(found).toEqual(['1:甲', '2!too-large', '3:乙']);
});

test('a line of 2 GB passes in bounded memory, and the one after it is read', async () => {
  const piece = Buffer.alloc(1 << 20, 'x');
  async function* stream() {
    yield Buffer.from(`${doc('甲')}\n{"text":"`);
    for (let i = 0; i < 2_048; i++) yield piece;
    yield Buffer.from(`"}\n${doc('乙')}\n`);
  }
  const before = process.memoryUsage().rss;
  let peak = before;
  const found: unknown[] = [];
  for await (const item of readFile('-', { stdin: stream() })) {
    peak = Math.max(peak, process.memoryUsage().rss);
    found.push('problem' in item ? [item.problem.line, item.problem.detail] : item.document.line);
  }
  expect(found).toEqual([1, [2, expect.stringContaining('2147 MB is over the limit')], 3]);
  expect(peak - before).toBeLessThan(200_000_000);
}, 60_000);

test('a text file over the limit is refused', async () => {
  expect(await read('u.txt', Buffer.alloc(MAX_DOCUMENT_BYTES + 1, 'x'))).toEqual(['!too-large']);
});

test('a path that does not exist is a problem, and the other paths are listed', async () => {
  writeFileSync(join(folder, 'v.txt'), '甲');
  const { files, problems } = await listInputs([join(folder, 'nowhere'), join(folder, 'v.txt')]);
  expect(files.map((f) => f.path)).toEqual([join(folder, 'v.txt')]);
  expect(problems.map((p) => p.code)).toEqual(['unreadable']);
});

test('a page gives its main text, title and day of publication', async () => {
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) => `<p>会议强调，要扎实做好第${i}项工作，确保各项任务落到实处、见到成效，不断增进群众福祉。</p>`,
  ).join('');
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>区政府召开常务会议</title><meta name="PubDate" content="2021-03-04 10:00"></head>
    <body><nav><a href="/">首页</a></nav><article><h1>区政府召开常务会议</h1>${paragraphs}</article><footer>版权所有</footer></body></html>`;
  const path = join(folder, 'w.html');
  writeFileSync(path, html);
  for await (const item of readFile(path)) {
    const parsed = 'document' in item ? parseDocument(item.document, null) : item;
    if (!('input' in parsed)) throw new Error('the page was not read');
    expect(parsed.input.title).toBe('区政府召开常务会议');
    expect(parsed.input.published).toBe('2021-03-04');
    expect(parsed.input.text.match(/扎实做好/g)).toHaveLength(6);
    expect(parsed.input.text).not.toContain('版权所有');
  }
});

test.each<[string, string, (string | null)[]]>([
  [
    'NUL in a title and an id',
    '{"id":"a\\u0000b","title":"标\\u0000题","text":"会议强调。"}',
    ['a\uFFFDb', '标\uFFFD题'],
  ],
  ['half of a surrogate pair', '{"id":"\\ud83d","title":"x","text":"会议强调。"}', ['\uFFFD', 'x']],
])('%s is replaced, since no database takes it', async (_, line, expected) => {
  const path = join(folder, 'nul.jsonl');
  writeFileSync(path, line);
  for await (const item of readFile(path)) {
    const parsed = 'document' in item ? parseDocument(item.document, null) : item;
    if (!('input' in parsed)) throw new Error('the line was not read');
    expect([parsed.input.id, parsed.input.title]).toEqual(expected);
  }
});

test('a title without end is a mistake', async () => {
  expect(
    await read('long-title.jsonl', JSON.stringify({ title: '长'.repeat(3000), text: '会议强调。' })),
  ).toEqual(['1!too-long']);
});

test('a link that leads back up is not followed again', async () => {
  mkdirSync(join(folder, 'loop', 'a'), { recursive: true });
  writeFileSync(join(folder, 'loop', 'a', 'x.txt'), '会议强调。');
  symlinkSync('..', join(folder, 'loop', 'a', 'up'));
  const { files } = await listInputs([join(folder, 'loop')]);
  expect(files).toHaveLength(1);
});

test('a page that nests without end is read without a parser', async () => {
  const html = `<html><body>${'<div>'.repeat(20_000)}会议强调。${'</div>'.repeat(20_000)}</body></html>`;
  expect(await read('deep.html', html)).toEqual([':会议强调。']);
});
