import { parseFilters } from '@/lib/filters';
import { toCsv } from '@/lib/format/csv';
import { type Frequency, frequency } from '@/lib/queries/frequency';
import { slogan } from '@/lib/queries/slogan';
import { rateOf } from '@/lib/stats/rates';

const HEADER = [
  'slogan',
  'place',
  'grain',
  'bucket',
  'mentions',
  'reports',
  'total_reports',
  'total_characters',
  'measure',
  'value',
  'low95',
  'high95',
  'thin',
];

/** The rows of the chart of a slogan, as JSON or, with `?format=csv`, as CSV; `?places=` gives one series a place. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const url = new URL(request.url);
  const { filters, problems } = parseFilters(Object.fromEntries(url.searchParams));
  if (problems.length > 0) return Response.json({ error: 'bad-parameter', problems }, { status: 400 });
  const entry = /^\d{1,9}$/.test(id) ? await slogan(Number(id)) : null;
  if (!entry) return Response.json({ error: 'not-found' }, { status: 404 });
  const codes = url.searchParams
    .get('places')
    ?.split(',')
    .filter((code) => /^\d{6}$/.test(code))
    .slice(0, 6);
  const found = await frequency(entry.id, filters, codes?.length ? codes : null);
  const rows = flatten(found, entry.canonical, filters.measure);
  if (url.searchParams.get('format') !== 'csv') {
    return Response.json({ slogan: entry.canonical, filters, header: HEADER, rows });
  }
  return new Response(toCsv(HEADER, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="frequency-${entry.id}.csv"`,
    },
  });
}

function flatten(found: Frequency, canonical: string, measure: 'share' | 'million' | 'mentions') {
  return found.series.flatMap(({ place, rows }) =>
    rows.map((r) => {
      const rate = rateOf(measure, r);
      const value = [
        measure,
        rate.value,
        rate.value === null ? null : rate.low,
        rate.value === null ? null : rate.high,
      ] as const;
      const counts = [r.mentions, r.reports, r.totalReports, r.totalCharacters] as const;
      return [canonical, place, found.grain, r.bucket, ...counts, ...value, rate.thin ? 1 : 0];
    }),
  );
}
