import { Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { decode } from '@/lib/text/decode';
import { MAX_DOCUMENT_BYTES, type Problem, type ReadItem } from './raw-document';
import { type Bytes, peek } from './unpack';

/** The fields of a document that a column can fill. */
export const FIELDS = ['id', 'title', 'url', 'source', 'date', 'place', 'published', 'text'] as const;
export type Field = (typeof FIELDS)[number];
/** Which column fills which field, by the names in the first line. */
export type Columns = Partial<Record<Field, string>>;

/** Names of columns that say what they hold, for files that come without a mapping. Lower case. */
const KNOWN: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', '编号', '序号'],
  title: ['title', 'headline', '标题', '题目'],
  url: ['url', 'link', '链接', '网址'],
  source: ['source', 'site', '来源', '信息来源'],
  date: ['date', 'day', '日期', '时间'],
  place: ['place', 'region', '地区', '地点'],
  published: ['published', 'pubdate', '发布日期', '发布时间', '发文日期'],
  text: ['text', 'content', 'body', '正文', '内容', '全文'],
};

/** Column numbers of the fields, or what is missing. */
function mapColumns(header: readonly string[], columns: Columns): Map<Field, number> | string {
  const names = header.map((name) => name.trim().toLowerCase());
  const found = new Map<Field, number>();
  for (const field of FIELDS) {
    const wanted = columns[field]?.toLowerCase();
    const at =
      wanted === undefined ? names.findIndex((n) => KNOWN[field].includes(n)) : names.indexOf(wanted);
    if (wanted !== undefined && at < 0) return `there is no column "${columns[field]}" for the ${field}`;
    if (at >= 0) found.set(field, at);
  }
  return found.has('text') ? found : 'no column is known to hold the text';
}

const DAY = /^\s*(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?/;

/** A date as tables write it, 2021/3/4 or 2021年3月4日, in ISO form; others as they are. */
export function isoDay(text: string): string {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (!year || !month) return text;
  return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}

function toJson(row: readonly string[], columns: ReadonlyMap<Field, number>): Buffer {
  const document: Partial<Record<Field, string>> = {};
  for (const [field, at] of columns) {
    const value = row[at]?.trim();
    if (value) document[field] = field === 'date' || field === 'published' ? isoDay(value) : value;
  }
  return Buffer.from(JSON.stringify({ text: '', ...document }));
}

async function* decoded(stream: Bytes, head: Uint8Array): AsyncGenerator<string> {
  const { encoding } = decode(head);
  const decoder = new TextDecoder(encoding === 'binary' ? 'utf-8' : encoding);
  for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

interface Parsed {
  readonly record: string[];
  readonly info: Info;
}

/**
 * Documents of a table whose first line names its columns. A line with too many or too few fields is a problem and
 * the others are read; a table without the columns that are asked for is one problem.
 */
export async function* readCsv(
  input: string,
  stream: Bytes,
  options: { readonly delimiter: ',' | '\t'; readonly columns: Columns },
): AsyncGenerator<ReadItem> {
  const problem = (line: number | null, code: string, detail: string): { problem: Problem } => ({
    problem: { input, line, code, detail },
  });
  const { head, all } = await peek(stream);
  const text = Readable.from(decoded(all, head));
  const parser = text.pipe(
    parse({
      delimiter: options.delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      // Tables with tabs are rarely quoted, and then a quotation mark is a quotation mark.
      ...(options.delimiter === '\t' ? { quote: false } : { relax_quotes: true }),
      skip_empty_lines: true,
      max_record_size: MAX_DOCUMENT_BYTES,
    }),
  );
  text.on('error', (error) => parser.destroy(error));
  let header: string[] | null = null;
  let columns: Map<Field, number> | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (columns === null || header === null) {
        const mapped = mapColumns(record, options.columns);
        if (typeof mapped === 'string') {
          yield problem(1, 'wrong-columns', `${mapped}; its columns are ${record.join(', ').slice(0, 300)}`);
          return;
        }
        header = record;
        columns = mapped;
      } else if (record.length !== header.length) {
        const found = `${record.length} fields where the first line names ${header.length}`;
        yield problem(info.lines, 'wrong-columns', found);
      } else yield { document: { input, line: info.lines, format: 'json', bytes: toJson(record, columns) } };
    }
  } catch (error) {
    const { code = '', message, lines } = error as Error & { code?: string; lines?: number };
    if (!code.startsWith('CSV_')) throw error;
    yield problem(lines ?? null, 'broken-table', message.slice(0, 300));
  }
}
