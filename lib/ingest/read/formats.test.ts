import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { MAX_DOCUMENT_BYTES } from './raw-document';
import { readFile } from './read-file';
import { fileReader } from './testing/file-reader';

const read = fileReader();

/** One frame of Zstandard with the bytes as they are: enough to see that frames are opened. */
function zstd(content: Uint8Array): Buffer {
  const parts = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), Buffer.alloc(4)];
  parts[1]?.writeUInt32LE(content.length);
  const size = 1 << 16;
  for (let at = 0; at < content.length; at += size) {
    const block = content.subarray(at, at + size);
    const header = Buffer.alloc(3);
    header.writeUIntLE((at + size >= content.length ? 1 : 0) | (block.length << 3), 0, 3);
    parts.push(header, Buffer.from(block));
  }
  return Buffer.concat(parts);
}

function tarEntry(name: string, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(body.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  header.write('ustar', 257);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

const doc = (text: string) => JSON.stringify({ id: text, text });

describe('packed files', () => {
  it('opens Zstandard', async () => {
    const lines = `${doc('甲')}\n`.repeat(4000);
    const found = await read('a.jsonl.zst', zstd(Buffer.from(lines)));
    expect(found).toHaveLength(4000);
    const frames = [doc('甲'), doc('乙')].map((line) => zstd(Buffer.from(`${line}\n`)));
    expect(await read('frames.jsonl.zst', Buffer.concat(frames))).toEqual(['1:|||甲', '2:|||乙']);
    expect(await read('b.jsonl.zst', zstd(Buffer.from(lines)).subarray(0, 100_000))).toContain('2000:|||甲');
    expect((await read('b.jsonl.zst', zstd(Buffer.from(lines)).subarray(0, 100_000))).at(-1)).toMatch(
      /^\d+!broken-zstd$/,
    );
  });

  it('opens gzip of many pieces without a listener for each', async () => {
    const warnings: string[] = [];
    const keep = (warning: Error) => warnings.push(warning.name);
    const packed = gzipSync(Buffer.from(`${doc('甲')}\n`.repeat(200_000)), { level: 0 });
    async function* pieces() {
      for (let at = 0; at < packed.length; at += 1 << 17) yield packed.subarray(at, at + (1 << 17));
    }
    process.on('warning', keep);
    let documents = 0;
    for await (const item of readFile('-', { stdin: pieces() })) if ('document' in item) documents++;
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', keep);
    expect(documents).toBe(200_000);
    expect(warnings).toEqual([]);
  });

  it('opens gzip in gzip, and not three times', async () => {
    const once = gzipSync(doc('甲'));
    expect(await read('c.jsonl.gz', gzipSync(once))).toEqual(['1:|||甲']);
    expect(await read('d.jsonl.gz', gzipSync(gzipSync(once)))).toEqual(['!nested-archive']);
  });

  it('names archives of several files', async () => {
    expect(await read('e.txt', Buffer.from('PK\x03\x04rest'))).toEqual(['!archive']);
  });

  it('opens tar, and no archive inside it', async () => {
    const files = Buffer.concat([
      tarEntry('a/.hidden', 'x'),
      tarEntry('a/1.jsonl', `${doc('甲')}\n`),
      tarEntry('a/2.txt', '乙'),
    ]);
    const whole = Buffer.concat([files, Buffer.alloc(1024)]);
    expect(await read('f.tar.gz', gzipSync(whole))).toEqual(['1:|||甲', ':|||乙']);
    expect(await read('g.tar', files.subarray(0, files.length - 600))).toEqual(['1:|||甲', '2!broken-tar']);
    expect(await read('h.tar', Buffer.concat([tarEntry('i.tar', whole), Buffer.alloc(1024)]))).toEqual([
      '!nested-archive',
    ]);
  });

  it('goes on after a file in an archive that cannot be unpacked, not after the end of the archive', async () => {
    const inner = gzipSync(`${doc('甲')}\n`.repeat(50_000));
    const entries = [
      tarEntry('nested.tar', Buffer.concat([tarEntry('a.txt', 'a'), Buffer.alloc(1024)])),
      tarEntry('broken.jsonl.gz', inner.subarray(0, inner.length - 400)),
      tarEntry('photos.zip', 'PK\x03\x04rest'),
      tarEntry('bomb.jsonl.gz', gzipSync(Buffer.alloc(100_000_000, 'x'))),
      tarEntry('good.txt', '乙'),
    ];
    const found = await read('i.tar', Buffer.concat([...entries, Buffer.alloc(1024)]));
    const problems = found.filter((f) => f.includes('!')).map((f) => f.replace(/^\d+/, ''));
    expect(problems).toEqual(['!nested-archive', '!broken-gzip', '!archive', '!zip-bomb']);
    expect(found.filter((f) => f.endsWith('甲')).length).toBeGreaterThan(10_000);
    expect(found.at(-1)).toBe(':|||乙');
    const cut = Buffer.concat(entries).subarray(0, 2048 + 512 + 300);
    expect((await read('j.tar', cut)).map((f) => f.replace(/^\d+/, ''))).toEqual([
      '!nested-archive',
      '!broken-tar',
    ]);
  });

  it('names a page by its bytes where it declares another charset', async () => {
    const gb = Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0xc7, 0xbf, 0xb5, 0xf7]);
    const page = (charset: string, text: Buffer) =>
      Buffer.concat([
        Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>`),
        text,
        Buffer.from('</p></body></html>'),
      ]);
    for (const [name, content] of [
      ['k.html', page('utf-8', gb)],
      ['l.html', page('gb2312', Buffer.from('会议强调'))],
      ['m.html', page('gb2312', gb)],
    ] as const)
      expect(await read(name, content)).toEqual([':|||会议强调']);
  });

  it('stops at a bomb and keeps what came before', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${doc('甲')}\n`), Buffer.alloc(100_000_000, 'x')]));
    expect(await read('g.jsonl.gz', bomb)).toEqual(['1:|||甲', '2!zip-bomb']);
  });
});

describe('tables', () => {
  it('finds columns by their usual names', async () => {
    const table = '标题,发布日期,链接,正文\n会议,2021/3/4,https://a.cn/1,"会议强调，\n要落实"\n二,,,另一篇\n';
    expect(await read('a.csv', table)).toEqual([
      '3:会议||https://a.cn/1|会议强调，\n要落实',
      '4:二|||另一篇',
    ]);
  });

  it('takes a mapping', async () => {
    const columns = { text: 'nr', title: 'bt', date: 'rq' };
    expect(await read('b.tsv', 'bt\trq\tnr\n会议\t2021年3月4日\t说“好"了\n', columns)).toEqual([
      '2:会议|2021-03-04||说“好"了',
    ]);
    expect(await read('c.csv', 'bt,rq\n会议,2021\n', columns)).toEqual(['1!wrong-columns']);
  });

  it('names lines with other fields and reads the rest', async () => {
    expect(await read('d.csv', 'text,title\n甲,a\n乙\n丙,b,c\n丁,d\n')).toEqual([
      '2:a|||甲',
      '3!wrong-columns',
      '4!wrong-columns',
      '5:d|||丁',
    ]);
    expect(await read('e.csv', 'name,value\n甲,1\n')).toEqual(['1!wrong-columns']);
    expect(await read('f.csv', 'text\n""\n')).toEqual(['2!empty']);
  });

  it('reads GB18030, and a byte order mark', async () => {
    const gb = Buffer.concat([
      Buffer.from('text\n'),
      Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0xc7, 0xbf, 0xb5, 0xf7]),
    ]);
    expect(await read('g.csv', gb)).toEqual(['2:|||会议强调']);
    expect(await read('h.csv', '\ufefftext\n甲\n')).toEqual(['2:|||甲']);
  });

  it('names the line where a table breaks', async () => {
    const open = `text\n甲\n"${'x'.repeat(MAX_DOCUMENT_BYTES + 10)}`;
    const found = await read('i.csv', open);
    expect(found[0]).toBe('2:|||甲');
    expect(found.at(-1)).toMatch(/!broken-table$/);
  });
});

test('invalid UTF-8 is read as far as it goes', async () => {
  const bytes = Buffer.concat([
    Buffer.from('会议强调要落实'.repeat(20)),
    Buffer.from([0xff]),
    Buffer.from('责任'),
  ]);
  expect((await read('a.txt', bytes))[0]).toMatch(/责任$/);
});
