import { createReadStream } from 'node:fs';
import { type Columns, readCsv } from './csv';
import { unreadable } from './list-inputs';
import { MAX_DOCUMENT_BYTES, type Problem, type RawDocument, type ReadItem } from './raw-document';
import { splitLines } from './split-lines';
import { readTar, type TarEntry } from './tar';
import { type Bytes, UnpackError, unpack } from './unpack';
import { readWarc } from './warc';

export interface ReadOptions {
  /** Which column of a table fills which field. */
  readonly columns?: Columns;
  /** Set for the files of an archive. */
  readonly inside?: boolean;
  /** What `-` stands for; the standard input of this process unless told. */
  readonly stdin?: Bytes;
  /** Told of every piece of the file as it lies on disk, packed or not. */
  readonly onBytes?: (bytes: number) => void;
}

/** Hidden files, and what macOS puts beside files. */
const HIDDEN = /(^|\/)\.[^/]|(^|\/)__MACOSX\//;

function isTar(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar';
}

type Format = RawDocument['format'] | 'warc' | 'csv' | 'tsv';

const PACKED = /(\.(gz|zst))+$/;

/** What a file holds, by its name without .gz or .zst, else by its first bytes. */
function formatOf(path: string, head: Uint8Array): Format {
  const name = path.toLowerCase().replace(PACKED, '');
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1').trimStart().toLowerCase();
  if (start.startsWith('warc/1.') || /\.(warc|wet)$/.test(name)) return 'warc';
  if (name.endsWith('.csv')) return 'csv';
  if (/\.(tsv|tab)$/.test(name)) return 'tsv';
  if (/\.(jsonl|ndjson|json)$/.test(name)) return 'json';
  if (/\.(html?|xhtml|shtml)$/.test(name)) return 'html';
  if (/\.(txt|text|md)$/.test(name)) return 'text';
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

/** The documents of a stream of bytes that a file or an answer of a server gave. */
export async function* readStream(
  path: string,
  stream: Bytes,
  options: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  const { head, all } = await unpack(stream);
  if (isTar(head)) {
    // An archive inside an archive would be opened for ever by one that holds itself.
    if (options.inside)
      throw new UnpackError('nested-archive', 'it is an archive inside an archive: unpack it first');
    for await (const entry of readTar(all))
      if (!HIDDEN.test(entry.name)) yield* readEntry(`${path}/${entry.name}`, entry, options);
    return;
  }
  const format = formatOf(path, head);
  if (format === 'warc') {
    yield* readWarc(path, all);
    return;
  }
  if (format === 'csv' || format === 'tsv') {
    yield* readCsv(path, all, { delimiter: format === 'csv' ? ',' : '\t', columns: options.columns ?? {} });
    return;
  }
  if (/\.json$/i.test(path.replace(PACKED, ''))) {
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
}

/** The line after the last one that was read is where packed data broke. */
function cannotUnpack(input: string, last: number | null, error: UnpackError): { problem: Problem } {
  return {
    problem: { input, line: last === null ? null : last + 1, code: error.code, detail: error.message },
  };
}

/** The documents of a file in an archive. One that cannot be unpacked is a problem, and the next ones are read. */
export async function* readEntry(
  path: string,
  entry: TarEntry,
  options: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  let last: number | null = null;
  try {
    for await (const item of readStream(path, entry.bytes, { ...options, inside: true })) {
      last = ('document' in item ? item.document : item.problem).line;
      yield item;
    }
  } catch (error) {
    if (!(error instanceof UnpackError) || entry.broken()) throw error;
    yield cannotUnpack(path, last, error);
  }
}

async function* counted(stream: Bytes, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/**
 * The documents of a file (or of standard input, `-`), still as bytes; .gz and .zst are opened, by their first
 * bytes. What cannot be read is a problem, and what was read before it stays read.
 */
export async function* readFile(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  const stream =
    path === '-' ? (options.stdin ?? process.stdin) : createReadStream(path, { highWaterMark: 1 << 18 });
  let last: number | null = null;
  try {
    for await (const item of readStream(
      path,
      options.onBytes ? counted(stream, options.onBytes) : stream,
      options,
    )) {
      last = ('document' in item ? item.document : item.problem).line;
      yield item;
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) yield { problem: unreadable(path, error) };
    else yield cannotUnpack(path, last, error);
  }
}
