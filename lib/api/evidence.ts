import { toCsv } from '@/lib/format/csv';
import { dataVersion } from '@/lib/queries/data-version';
import { mentionCount } from '@/lib/queries/mention-count';
import { mentions } from '@/lib/queries/mentions';
import { provenance } from '@/lib/queries/provenance';
import { scopeSize } from '@/lib/queries/scope-size';
import { wilson } from '@/lib/stats/intervals';
import type { Asked } from './answer';
import { bibtex, type Cited, gbt7714, ris } from './citation';
import { methodsText } from './methods-text';
import { problem } from './problem';
import { findSlogan } from './questions/find-slogan';
import { sloganFrequency } from './questions/series-questions';
import { type ReadRequest, readRequest } from './read-request';
import { csvOf } from './write-answer';
import { zip } from './zip';

/** So many mentions go into a pack; of more the newest. */
export const MOST_EVIDENCE = 5_000;
const PAGE = 500;

const COLUMNS = [
  'day',
  'precision',
  'place_code',
  'place',
  'source',
  'synthetic',
  'title',
  'paragraph',
  'start',
  'end',
  'frame',
  'office',
  'url',
  'id_at_source',
  'fetched',
  'sha256',
  'document',
  'data_version',
] as const;

async function mentionsCsv(sloganId: number, asked: ReadRequest, version: number): Promise<string> {
  const rows: (string | number | null)[][] = [];
  let after: string | undefined;
  do {
    const page = await mentions(sloganId, asked.filters, { limit: PAGE, after });
    const from = await provenance([...new Set(page.rows.map((m) => m.documentId))]);
    for (const m of page.rows) {
      const p = from.get(m.documentId);
      rows.push([
        m.precision === 'none' ? null : m.day,
        m.precision,
        m.placeCode,
        m.placePath.join(' '),
        m.source,
        m.synthetic ? 1 : 0,
        m.title,
        m.paragraph,
        m.start,
        m.end,
        m.frame,
        m.office,
        m.url,
        p?.externalId ?? null,
        p?.fetched ?? null,
        p?.sha256 ?? null,
        m.documentId,
        version,
      ]);
    }
    after = page.next ?? undefined;
  } while (after && rows.length < MOST_EVIDENCE);
  return toCsv(COLUMNS, rows);
}

/** The page that shows the same, from the address that the pack was asked at, with the data version. */
function pageUrl(request: Request, sloganId: number, version: number): string {
  const url = new URL(request.url);
  for (const name of ['format', 'limit', 'cursor', 'version']) url.searchParams.delete(name);
  url.searchParams.set('v', String(version));
  return `${url.origin}/slogans/${sloganId}${url.search}`;
}

/**
 * Everything that stands behind a view of a slogan, as one archive: the series and the mentions with their paragraphs,
 * addresses and hashes, a paragraph on the method with the numbers filled in, and citations.
 * @param today ISO day of the visit
 */
export async function evidencePack(
  { path, request }: Omit<Asked, 'question'>,
  today: string,
): Promise<Response> {
  const asked = readRequest(sloganFrequency, path, new URL(request.url).searchParams, 'csv');
  if (!('canonical' in asked)) return problem('invalid-parameters', { parameters: asked });
  const entry = await findSlogan(path.slogan ?? '');
  if (!entry) return problem('not-found');
  const page = { limit: asked.limit, after: undefined };
  const [state, size, count, series] = await Promise.all([
    dataVersion(),
    scopeSize(asked.filters),
    mentionCount(entry.id, asked.filters),
    sloganFrequency.run(asked.params, asked.filters, page),
  ]);
  if (!series) return problem('not-found');
  const published = state.publishedAt?.toISOString().slice(0, 10) ?? today;
  const cited: Cited = {
    title: `提法「${entry.canonical}」的使用频率`,
    url: pageUrl(request, entry.id, state.version),
    dataVersion: state.version,
    published,
    accessed: today,
  };
  const interval = wilson(count.reports, size.reports);
  const facts = {
    slogan: entry.canonical,
    filters: asked.filters,
    size,
    count,
    interval,
    state: { ...state, published },
  };
  const archive = zip([
    { name: 'methods.txt', content: methodsText(facts, MOST_EVIDENCE) },
    { name: 'frequency.csv', content: csvOf(sloganFrequency, series, state.version) },
    { name: 'mentions.csv', content: await mentionsCsv(entry.id, asked, state.version) },
    { name: 'citation.bib', content: bibtex(cited) },
    { name: 'citation.ris', content: ris(cited) },
    { name: 'citation.txt', content: gbt7714(cited) },
  ]);
  return new Response(new Uint8Array(archive), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="evidence-${entry.id}-v${state.version}.zip"`,
      'cache-control': 'no-cache',
    },
  });
}
