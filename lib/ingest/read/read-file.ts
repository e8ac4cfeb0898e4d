import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { unreadable } from './list-inputs';
import { MAX_DOCUMENT_BYTES, type Problem, type RawDocument, type ReadItem } from './raw-document';
import { splitLines } from './split-lines';

type Bytes = AsyncIterable<Uint8Array>;

/** Gives the first bytes away without losing them. */
async function peek(stream: Bytes): Promise<{ head: Uint8Array; all: Bytes }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* all() {
    if (!first.done) yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, all: all() };
}

async function* unzipped(stream: Bytes): Bytes & AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feed = (async () => {
    for await (const chunk of stream) {
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve));
    }
    gunzip.end();
  })();
  feed.catch((error: Error) => gunzip.destroy(error));
  yield* gunzip as AsyncIterable<Uint8Array>;
  await feed;
}

/** What a file holds, by its name without .gz, else by its first bytes. */
function formatOf(path: string, head: Uint8Array): RawDocument['format'] {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (/\.(jsonl|ndjson|json)$/.test(name)) return 'json';
  if (/\.(html?|xhtml|shtml)$/.test(name)) return 'html';
  if (/\.(txt|text|md)$/.test(name)) return 'text';
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1').trimStart().toLowerCase();
  if (start.startsWith('{"')) return 'json';
  return /^(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)/.test(start) ? 'html' : 'text';
}

async function whole(stream: Bytes): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MAX_DOCUMENT_BYTES) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function tooLarge(input: string, line: number | null, bytes: number | null): Problem {
  const size = bytes === null ? '' : ` of ${Math.round(bytes / 1e6)} MB`;
  const limit = Math.round(MAX_DOCUMENT_BYTES / 1e6);
  return { input, line, code: 'too-large', detail: `one document${size} is over the limit of ${limit} MB` };
}

/** A .json file: one document, an array of them, or, all the same, lines of them. */
async function* jsonFile(path: string, bytes: Uint8Array | null): AsyncGenerator<ReadItem> {
  if (bytes === null) {
    yield { problem: tooLarge(path, null, null) };
    return;
  }
  const text = Buffer.from(bytes).toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const once = (async function* () {
      yield bytes;
    })();
    for await (const line of splitLines(once, MAX_DOCUMENT_BYTES)) {
      yield {
        document: { input: path, line: line.number, format: 'json', bytes: line.bytes ?? new Uint8Array() },
      };
    }
    return;
  }
  for (const [i, item] of (Array.isArray(value) ? value : [value]).entries()) {
    yield {
      document: { input: path, line: i + 1, format: 'json', bytes: Buffer.from(JSON.stringify(item)) },
    };
  }
}

/**
 * The documents of a file (or of standard input, `-`), still as bytes; .gz is opened, by its first bytes. What
 * cannot be read is a problem, and what was read before it stays read.
 */
export async function* readFile(path: string, stdin: Bytes = process.stdin): AsyncGenerator<ReadItem> {
  try {
    const raw = await peek(path === '-' ? stdin : createReadStream(path, { highWaterMark: 1 << 18 }));
    const gzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
    const { head, all } = gzip ? await peek(unzipped(raw.all)) : raw;
    const format = formatOf(path, head);
    if (/\.json(\.gz)?$/i.test(path)) {
      yield* jsonFile(path, await whole(all));
      return;
    }
    if (format === 'json') {
      for await (const line of splitLines(all, MAX_DOCUMENT_BYTES)) {
        if (line.bytes === null) yield { problem: tooLarge(path, line.number, line.length) };
        else yield { document: { input: path, line: line.number, format, bytes: line.bytes } };
      }
      return;
    }
    const bytes = await whole(all);
    if (bytes === null) yield { problem: tooLarge(path, null, null) };
    else yield { document: { input: path, line: null, format, bytes } };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) {
      yield {
        problem: {
          input: path,
          line: null,
          code: 'broken-gzip',
          detail: `the compressed data end or break off: ${(error as Error).message}`,
        },
      };
    } else yield { problem: unreadable(path, error) };
  }
}
