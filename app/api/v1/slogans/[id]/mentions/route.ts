import { parseFilters } from '@/lib/filters';
import { mentionCount } from '@/lib/queries/mention-count';
import { isCursor, mentions } from '@/lib/queries/mentions';
import { slogan } from '@/lib/queries/slogan';

const LIMIT = 30;

/** The mentions of a slogan in scope, newest first: `?after=` takes the `next` of the page before. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const url = new URL(request.url);
  const { filters, problems } = parseFilters(Object.fromEntries(url.searchParams));
  if (problems.length > 0) return Response.json({ error: 'bad-parameter', problems }, { status: 400 });
  const after = url.searchParams.get('after') ?? undefined;
  if (after !== undefined && !isCursor(after)) {
    return Response.json(
      { error: 'bad-parameter', problems: [{ parameter: 'after', given: after }] },
      { status: 400 },
    );
  }
  const entry = /^\d{1,9}$/.test(id) ? await slogan(Number(id)) : null;
  if (!entry) return Response.json({ error: 'not-found' }, { status: 404 });
  const [count, page] = await Promise.all([
    mentionCount(entry.id, filters),
    mentions(entry.id, filters, { limit: LIMIT, after }),
  ]);
  return Response.json({
    slogan: entry.canonical,
    filters,
    mentions: count.mentions,
    reports: count.reports,
    ...page,
  });
}
