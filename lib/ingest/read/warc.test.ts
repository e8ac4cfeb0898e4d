import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileReader } from './testing/file-reader';

const read = fileReader();

function record(type: string, uri: string, body: string | Buffer, extra = ''): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2021-03-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n${extra}Content-Length: ${bytes.length}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}

const page = (text: string) => `<html><head><title>标题</title></head><body><p>${text}</p></body></html>`;
const http = (body: string | Buffer, headers = 'Content-Type: text/html; charset=utf-8') =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
const HTTP_TYPE = 'Content-Type: application/http; msgtype=response\r\n';
const response = (uri: string, body: Buffer) => record('response', uri, body, HTTP_TYPE);

describe('web archives', () => {
  it('reads pages, packed or chunked, and leaves the rest', async () => {
    const chunked = `5\r\nhello\r\n0\r\n\r\n`;
    const file = Buffer.concat([
      record('warcinfo', 'about:blank', 'software: x'),
      response('https://a.cn/1', http(page('会议强调'))),
      record('request', 'https://a.cn/2', 'GET / HTTP/1.1\r\n\r\n', HTTP_TYPE),
      response(
        'https://a.cn/3',
        http(gzipSync(page('要落实')), 'Content-Type: text/html\r\nContent-Encoding: gzip'),
      ),
      response('https://a.cn/4.png', http('x', 'Content-Type: image/png')),
      response('https://a.cn/5', http(chunked, 'Content-Type: text/plain\r\nTransfer-Encoding: chunked')),
      response(
        'https://a.cn/6',
        Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nnone'),
      ),
    ]);
    const expected = [
      '2:标题||https://a.cn/1|会议强调',
      '4:标题||https://a.cn/3|要落实',
      '6:||https://a.cn/5|hello',
    ];
    expect(await read('a.warc', file)).toEqual(expected);
    expect(await read('a.warc.gz', gzipSync(file))).toEqual(expected);
    // As crawlers write them: every record packed by itself.
    const apart = [1, 2, 3].map((n) => gzipSync(response(`https://a.cn/${n}`, http(page(`第${n}篇`)))));
    expect(await read('apart.warc.gz', Buffer.concat(apart))).toEqual(
      [1, 2, 3].map((n) => `${n}:标题||https://a.cn/${n}|第${n}篇`),
    );
  });

  it('reads the texts of WET files', async () => {
    expect(await read('a.wet', record('conversion', 'https://a.cn/1', '会议强调'))).toEqual([
      '1:||https://a.cn/1|会议强调',
    ]);
  });

  it('names broken records and goes on with the next', async () => {
    const good = (n: number) => response(`https://a.cn/${n}`, http(page(`第${n}篇`)));
    const long = Buffer.from(
      good(2)
        .toString('latin1')
        .replace(/Content-Length: \d+/, 'Content-Length: 20'),
      'latin1',
    );
    const without = Buffer.from(
      good(3)
        .toString('latin1')
        .replace(/Content-Length: \d+/, 'X: 1'),
      'latin1',
    );
    const file = Buffer.concat([good(1), long, good(4), without, good(5), good(6).subarray(0, 300)]);
    expect(await read('b.warc', file)).toEqual([
      '1:标题||https://a.cn/1|第1篇',
      '2!broken-record',
      '3:标题||https://a.cn/4|第4篇',
      '4!broken-record',
      '5:标题||https://a.cn/5|第5篇',
      '6!broken-record',
    ]);
    expect(
      await read('c.warc', Buffer.concat([Buffer.from('WARC/1.0\r\n'), Buffer.alloc(80_000, 'x'), good(1)])),
    ).toEqual(['1!broken-record', '2:标题||https://a.cn/1|第1篇']);
  });

  it('names once what holds no record to its end', async () => {
    expect(await read('e.warc', Buffer.from('hello world\n'))).toEqual(['1!broken-record']);
    const good = response('https://a.cn/1', http(page('第1篇')));
    expect(await read('f.warc', Buffer.concat([good, Buffer.from('rest of a page')]))).toEqual([
      '1:标题||https://a.cn/1|第1篇',
      '2!broken-record',
    ]);
  });

  it('overrules a charset that the bytes contradict', async () => {
    const gb = Buffer.concat([
      Buffer.from('<html><body><p>'),
      Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0xc7, 0xbf, 0xb5, 0xf7]),
    ]);
    expect(await read('d.warc', response('https://a.cn/1', http(gb)))).toEqual([
      '1:||https://a.cn/1|会议强调',
    ]);
  });
});
