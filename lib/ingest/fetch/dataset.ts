import { createReadStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { parse } from 'yaml';
import { z } from 'zod';
import { FIELDS, isoDay } from '../read/csv';
import { blockText } from '../read/html';
import { valueAt } from '../read/json-path';
import { patternToRegExp } from '../read/list-inputs';
import { MAX_DOCUMENT_BYTES, type ReadItem } from '../read/raw-document';
import { readEntry, readStream } from '../read/read-file';
import { splitLines } from '../read/split-lines';
import { readTar } from '../read/tar';
import { UnpackError, unpack } from '../read/unpack';
import { download } from './download';
import type { FetchOptions } from './polite-fetcher';
import { webProblem } from './read-url';

const LINES = /\.(jsonl|ndjson)(\.(gz|zst))?$/i;

/** A path into a JSON record, such as `detail.title`; several, of which the first that is there counts, by ` | `. */
const path = z.string().min(1);

const datasetSchema = z.strictObject({
  title: z.string(),
  home: z.url(),
  licence: z.string(),
  /** A file of data, or a tar archive of such. */
  file: z.url(),
  /** Of the file, where it never changes. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  /** Which entries of an archive are read. */
  entries: z.string().nullish(),
  /** Where each JSON file keeps its records; the file itself is one, or an array of them, unless told. */
  records: path.nullish(),
  /** Which path fills which field; without it files are read as they are. */
  fields: z
    .strictObject({
      text: path,
      id: path.nullish(),
      title: path.nullish(),
      url: path.nullish(),
      date: path.nullish(),
      place: path.nullish(),
      published: path.nullish(),
    })
    .nullish(),
  /** Of tables: which column fills which field, where its name does not say so. */
  columns: z.partialRecord(z.enum(FIELDS), z.string()).nullish(),
  /** The field is a piece of HTML. */
  html: z.array(z.string()).nullish(),
  /** What is cut out of a field: expressions. */
  strip: z.record(z.string(), z.string()).nullish(),
  /** Documents without a source of their own are of this one. */
  source: z.string(),
  /** Code or name of the place, where all documents are of one. */
  place: z.string().nullish(),
});

/** An archive that anyone can download (data/datasets.yaml). */
export type Dataset = z.infer<typeof datasetSchema>;

/** The catalogue. @throws with the place of the mistake when a file of our own is wrong */
export function loadDatasets(dataDir: string): Map<string, Dataset> {
  const file = join(dataDir, 'datasets.yaml');
  const read = z.record(z.string(), datasetSchema).safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return new Map(Object.entries(read.data));
}

/** A record of a dataset as a document of our own form. */
export function mapRecord(record: unknown, dataset: Dataset): Record<string, string> {
  const document: Record<string, string> = { text: '', source: dataset.source };
  if (dataset.place) document.place = dataset.place;
  for (const [field, paths] of Object.entries(dataset.fields ?? {})) {
    const value = paths ? valueAt(record, paths) : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    let text = String(value);
    if (dataset.html?.includes(field))
      text = blockText(parseHTML(`<main>${text}</main>`).document.documentElement);
    const strip = dataset.strip?.[field];
    if (strip) text = text.replace(new RegExp(strip, 'gu'), '');
    document[field] = field === 'date' || field === 'published' ? isoDay(text) : text.trim();
  }
  return document;
}

/** The records of a file of lines. */
async function* readLines(
  input: string,
  bytes: AsyncIterable<Uint8Array>,
  dataset: Dataset,
): AsyncGenerator<ReadItem> {
  for await (const { number: line, bytes: one } of splitLines(bytes, MAX_DOCUMENT_BYTES)) {
    if (one === null) {
      yield { problem: { input, line, code: 'too-large', detail: 'the line is over the limit' } };
      continue;
    }
    try {
      const mapped = mapRecord(JSON.parse(Buffer.from(one).toString()), dataset);
      yield { document: { input, line, format: 'json', bytes: Buffer.from(JSON.stringify(mapped)) } };
    } catch (error) {
      yield { problem: { input, line, code: 'malformed-json', detail: (error as Error).message } };
    }
  }
}

async function* readRecords(
  input: string,
  bytes: AsyncIterable<Uint8Array>,
  dataset: Dataset,
): AsyncGenerator<ReadItem> {
  if (LINES.test(input)) {
    yield* readLines(input, bytes, dataset);
    return;
  }
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(parts).toString());
  } catch (error) {
    yield { problem: { input, line: null, code: 'malformed-json', detail: (error as Error).message } };
    return;
  }
  const records = dataset.records ? valueAt(value, dataset.records) : value;
  if (records === undefined) return;
  for (const [i, record] of (Array.isArray(records) ? records : [records]).entries()) {
    const mapped = Buffer.from(JSON.stringify(mapRecord(record, dataset)));
    yield { document: { input, line: i + 1, format: 'json', bytes: mapped } };
  }
}

/** A document of a file that is read as it is, which may name no source or place of its own. */
function withDefaults(item: ReadItem, { source, place }: Dataset): ReadItem {
  if ('problem' in item) return item;
  const { document } = item;
  if (document.format !== 'json') return { document: { ...document, source: document.source ?? source } };
  let own: Record<string, unknown>;
  try {
    own = JSON.parse(Buffer.from(document.bytes).toString()) as Record<string, unknown>;
  } catch {
    return item;
  }
  const bytes = Buffer.from(JSON.stringify({ source, ...(place && { place }), ...own }));
  return { document: { ...document, bytes } };
}

async function* readDataset(name: string, file: string, dataset: Dataset): AsyncGenerator<ReadItem> {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  if (!dataset.entries) {
    const opened = await unpack(stream);
    const input = basename(new URL(dataset.file).pathname);
    if (dataset.fields) yield* readRecords(input, opened.all, dataset);
    else
      for await (const item of readStream(input, opened.all, { columns: dataset.columns ?? {} }))
        yield withDefaults(item, dataset);
    return;
  }
  // The first folder of an archive of a repository is named after its state.
  const wanted = patternToRegExp(`*/${dataset.entries}`);
  for await (const entry of readTar((await unpack(stream)).all)) {
    if (!wanted.test(entry.name)) continue;
    const input = `${name}/${entry.name.slice(entry.name.indexOf('/') + 1)}`;
    if (entry.size > MAX_DOCUMENT_BYTES)
      yield { problem: { input, line: null, code: 'too-large', detail: 'the entry is over the limit' } };
    else if (dataset.fields) yield* readRecords(input, entry.bytes, dataset);
    else
      for await (const item of readEntry(input, entry, { columns: dataset.columns ?? {} }))
        yield withDefaults(item, dataset);
  }
}

/**
 * The documents of a named archive: its file is downloaded into a folder, where an interrupted download is gone on
 * with and a whole one is used again.
 */
export async function* readNamed(
  name: string,
  dataset: Dataset,
  folder: string,
  options: Partial<FetchOptions> & { readonly refresh?: boolean } = {},
): AsyncGenerator<ReadItem> {
  const input = `dataset:${name}`;
  try {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name.replace(/[^\w.-]+/g, '_'));
    if (options.refresh) rmSync(file, { force: true });
    await download(dataset.file, file, dataset.sha256 ?? null, options);
    yield* readDataset(name, file, dataset);
  } catch (error) {
    if (error instanceof UnpackError)
      yield { problem: { input, line: null, code: error.code, detail: error.message } };
    else yield { problem: webProblem(input, error) };
  }
}
