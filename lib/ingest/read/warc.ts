import { WARCParser } from 'warcio';
import { ByteReader } from './byte-reader';
import { MAX_DOCUMENT_BYTES, type Problem, type ReadItem } from './raw-document';
import type { Bytes } from './unpack';

const MARK = Buffer.from('WARC/1.');
const HEADERS_END = Buffer.from('\r\n\r\n');
const MAX_HEADERS = 1 << 16;

/** The bytes of one record with its headers, or what was wrong with it. */
type Frame = { readonly bytes: Buffer } | { readonly code: string; readonly detail: string };

/** The next record; null at the end. After a broken one the reader stands at the next that begins like a record. */
async function nextFrame(reader: ByteReader): Promise<Frame | null> {
  for (let blank = await reader.peek(1); blank[0] === 13 || blank[0] === 10; blank = await reader.peek(1))
    await reader.skip(1);
  const start = await reader.peek(MARK.length);
  if (start.length === 0) return null;
  if (!start.equals(MARK)) {
    await reader.skipTo(MARK);
    return {
      code: 'broken-record',
      detail: 'no record begins here; what stood before the next one is left out',
    };
  }
  const headers = await reader.takeThrough(HEADERS_END, MAX_HEADERS);
  const length = Number(
    /^content-length:\s*(\d+)\s*$/im.exec(headers?.toString('latin1') ?? '')?.[1] ?? Number.NaN,
  );
  if (!headers || Number.isNaN(length)) {
    await reader.skip(1);
    await reader.skipTo(MARK);
    return { code: 'broken-record', detail: 'its headers do not end or name no length' };
  }
  if (length > MAX_DOCUMENT_BYTES) {
    await reader.skip(length);
    return {
      code: 'too-large',
      detail: `the record of ${Math.round(length / 1e6)} MB is over the limit of ${Math.round(MAX_DOCUMENT_BYTES / 1e6)} MB`,
    };
  }
  const body = await reader.take(length);
  if (!body) return { code: 'broken-record', detail: 'the file ends in the middle of it' };
  const after = await reader.peek(HEADERS_END.length);
  if (after.length > 0 && !after.equals(HEADERS_END)) {
    await reader.skipTo(MARK);
    return { code: 'broken-record', detail: 'it is not as long as it says' };
  }
  return { bytes: Buffer.concat([headers, body, HEADERS_END]) };
}

/** A record as a document; null for the kinds that hold none (requests, metadata, pictures, redirects). */
async function toDocument(input: string, line: number, bytes: Buffer): Promise<ReadItem | null> {
  const record = await WARCParser.parse([bytes]);
  if (!record) throw new Error('it has no headers');
  const url = record.warcTargetURI ?? null;
  if (record.warcType === 'conversion') {
    const text = await record.readFully(false);
    return { document: { input, line, format: 'text', bytes: text, url, charset: 'utf-8' } };
  }
  if (record.warcType !== 'response' && record.warcType !== 'resource') return null;
  const http = record.httpHeaders;
  const type = (http?.headers.get('content-type') ?? record.warcContentType ?? '').toLowerCase();
  if (http && http.statusCode !== 200) return null;
  if (!/^\s*(text\/(html|plain)|application\/xhtml\+xml)/.test(type)) return null;
  const payload = await record.readFully(true);
  if (payload.length === 0) return null;
  const charset = /charset\s*=\s*["']?([\w-]+)/.exec(type)?.[1] ?? null;
  const format = type.includes('text/plain') ? 'text' : 'html';
  return { document: { input, line, format, bytes: payload, url, charset } };
}

/**
 * Pages of a web archive: responses of WARC files, texts of WET files. `line` is the number of the record, from 1. A
 * broken record is a problem, and reading goes on at the next.
 */
export async function* readWarc(input: string, stream: Bytes): AsyncGenerator<ReadItem> {
  const reader = new ByteReader(stream);
  for (let line = 1; ; line++) {
    const problem = (code: string, detail: string): { problem: Problem } => ({
      problem: { input, line, code, detail },
    });
    const frame = await nextFrame(reader);
    if (frame === null) return;
    if ('code' in frame) {
      yield problem(frame.code, frame.detail);
      continue;
    }
    try {
      const item = await toDocument(input, line, frame.bytes);
      if (item) yield item;
    } catch (error) {
      yield problem('broken-record', (error as Error).message);
    }
  }
}
