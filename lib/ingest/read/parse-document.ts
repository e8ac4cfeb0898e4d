import { basename, dirname, resolve } from 'node:path';
import { decode } from '@/lib/text/decode';
import type { Input } from '@/lib/types';
import { declaredCharset, readPage } from './html';
import type { Problem, RawDocument } from './raw-document';

export type Parsed = { readonly input: Input } | { readonly problem: Problem };

const DATE = /^\d{4}/;

/**
 * Turns the bytes of a document into what the pipeline is given, or says why they are none.
 * @param source name of the source for documents that do not name theirs
 */
export function parseDocument(raw: RawDocument, source: string | null): Parsed {
  const problem = (code: string, detail: string): Parsed => ({
    problem: { input: raw.input, line: raw.line, code, detail },
  });
  const decoded = decode(
    raw.bytes,
    raw.charset ?? (raw.format === 'html' ? declaredCharset(raw.bytes) : null),
  );
  if (decoded.binary)
    return problem('binary', 'it is not text: images, archives and programs cannot be read');
  if (decoded.text.trim() === '')
    return problem('empty', raw.bytes.length === 0 ? 'the file is empty' : 'it holds white space only');
  if (raw.format === 'json') return parseJson(raw, decoded.text, decoded.encoding, source);
  const id = raw.line === null ? raw.input : `${raw.input}:${raw.line}`;
  const common = { encoding: decoded.encoding, notes: decoded.notes, date: null, place: null, id };
  const named = source ?? raw.source ?? null;
  if (raw.format === 'text') {
    return {
      input: {
        ...common,
        source: named ?? hostOf(raw.url) ?? sourceOf(raw.input),
        url: raw.url ?? null,
        title: raw.title ?? null,
        published: raw.published ?? null,
        text: decoded.text,
      },
    };
  }
  const page = readPage(decoded.text.replaceAll('\0', '\uFFFD'));
  if (page.text.trim() === '') return problem('no-text', 'the page holds no text');
  return {
    input: {
      ...common,
      source: named ?? page.site ?? hostOf(raw.url) ?? sourceOf(raw.input),
      // Where it was fetched from: a page may name a canonical address that it shares with others by mistake.
      url: raw.url ?? page.url,
      title: raw.title ?? page.title,
      published: page.published ?? raw.published ?? null,
      text: page.text,
    },
  };
}

/** A page that names no site is of the host it comes from. */
function hostOf(url: string | null | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname : null;
}

/** A file that names no source is of the folder it lies in. */
function sourceOf(path: string): string {
  return path === '-' ? 'standard input' : basename(dirname(resolve(path)));
}

/** More than any title or address; longer ones are a mistake of whoever made the file. */
const LONGEST_FIELD = 2_000;
const FIELDS = ['id', 'title', 'url', 'source', 'date', 'place', 'published'] as const;
type Field = (typeof FIELDS)[number];

function parseJson(raw: RawDocument, line: string, encoding: string, source: string | null): Parsed {
  const problem = (code: string, detail: string): Parsed => ({
    problem: { input: raw.input, line: raw.line, code, detail },
  });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return problem('malformed-json', (error as Error).message);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('not-a-document', 'the line is not a JSON object');
  const record = value as Record<string, unknown>;
  if (typeof record.text !== 'string')
    return problem('no-text', 'the field "text" is missing or is not a string');
  if (record.text.trim() === '') return problem('empty', 'the field "text" is empty');
  const fields = {} as Record<Field, string | null>;
  for (const name of FIELDS) {
    const v = record[name];
    if (v !== undefined && v !== null && typeof v !== 'string' && typeof v !== 'number') {
      return problem('wrong-type', `the field "${name}" is not a string`);
    }
    fields[name] =
      v === undefined || v === null || v === '' ? null : String(v).replaceAll('\0', '\uFFFD').toWellFormed();
    if ((fields[name]?.length ?? 0) > LONGEST_FIELD)
      return problem('too-long', `the field "${name}" has more than ${LONGEST_FIELD} characters`);
  }
  if (fields.date && !DATE.test(fields.date))
    return problem('wrong-date', `the field "date" is not an ISO date: ${fields.date.slice(0, 40)}`);
  const file =
    raw.input === '-'
      ? 'standard input'
      : basename(raw.input).replace(/\.(jsonl|ndjson|json|csv|tsv|tab)((\.(gz|zst))*)$/i, '');
  return {
    input: {
      ...fields,
      id: fields.id ?? `${raw.input}:${raw.line}`,
      source: source ?? fields.source ?? file,
      encoding,
      text: record.text,
      notes: [],
    },
  };
}
