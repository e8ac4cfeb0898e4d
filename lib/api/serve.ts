import { type ExampleIds, exampleIds } from '@/lib/queries/example-ids';
import { answersNow } from '@/lib/queries/reachable';
import { answerQuestion } from './answer';
import { IDS_FROM } from './example';
import { openApi } from './openapi';
import { PACKS, type PackName, packNamed, packUrl } from './packs';
import { problem } from './problem';
import { addressOf, RateLimit } from './rate-limit';
import { exampleUrl, findQuestion, QUESTIONS } from './registry';

const limit = new RateLimit();

/** The directory of the API: every question and every pack of evidence with an address to try. */
function directory(ids: ExampleIds): Response {
  const toTry = (example: string | null) => (example ? { example } : { ids: IDS_FROM });
  const questions = QUESTIONS.map((q) => ({
    name: q.name,
    path: `/api/v1${q.path}`,
    summary: q.summary,
    ...toTry(exampleUrl(q, ids)),
  }));
  const packs = Object.entries(PACKS).map(([name, { summary }]) => ({
    name,
    summary,
    ...toTry(packUrl(name as PackName, ids)),
  }));
  return Response.json({ openapi: '/api/v1/openapi.json', questions, packs }, { headers: OPEN });
}

const OPEN = { 'cache-control': 'public, max-age=60, stale-while-revalidate=600' };

/** What examples are about; without the database the API can still be described. */
async function idsToTry(): Promise<ExampleIds> {
  return (await answersNow()) ? exampleIds() : {};
}

/** Makes a pack of evidence: it paints pictures, which the API itself does not know how to. */
export type ServeEvidence = (request: Request, name: PackName) => Promise<Response>;

/**
 * Serves a request below /api/v1, given by the decoded segments of its path. Never throws: what goes wrong inside is
 * logged and answered without its details.
 */
export async function serve(
  request: Request,
  segments: readonly string[],
  evidence?: ServeEvidence,
): Promise<Response> {
  const { allowed, retryAfter } = limit.take(addressOf(request), performance.now());
  if (!allowed) return problem('too-many-requests', { headers: { 'retry-after': String(retryAfter) } });
  try {
    if (segments.length === 0) return directory(await idsToTry());
    if (segments.join('/') === 'openapi.json')
      return Response.json(openApi(await idsToTry()), { headers: OPEN });
    const [top, file = ''] = segments;
    const pack = segments.length === 2 && top === 'evidence' ? packNamed(file) : null;
    if (pack && evidence) return await evidence(request, pack);
    const found = findQuestion(segments);
    if (found) return await answerQuestion({ ...found, request });
    return problem('no-such-question', { detail: 'GET /api/v1 lists the questions there are.' });
  } catch (error) {
    console.error(`/api/v1/${segments.join('/')}:`, error);
    // What a driver says of a connection that broke has a dozen forms; the database itself has one answer.
    return problem((await answersNow()) ? 'failed' : 'unavailable');
  }
}
