import { findByName } from '../../_search/names';

const LIMIT = 8;
const LONGEST = 60;

/** Slogans and places for the letters typed so far: what the palette offers. */
export async function GET(request: Request): Promise<Response> {
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST);
  const found = await findByName(text, LIMIT);
  const rows = [...found.slogans, ...found.places].map(({ name, gloss, path }) => ({ name, gloss, path }));
  return Response.json({ rows }, { headers: { 'cache-control': 'private, max-age=30' } });
}
