import { sloganEntry } from '../_slogan/entry';
import { embedHtml } from '../_slogan/take-away';

const PATH = /^\/(?:embed\/)?slogans\/(\d{1,9})$/;
const [WIDTH, HEIGHT] = [800, 460];

/** The number given as a parameter, where it is less than ours. */
function atMost(value: string | null, ours: number): number {
  const given = Number(value);
  return Number.isInteger(given) && given > 0 ? Math.min(given, ours) : ours;
}

/** oEmbed 1.0: what to put on a page that links to a slogan of ours. JSON only. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  if ((params.get('format') ?? 'json') !== 'json') return new Response('', { status: 501 });
  const asked = params.get('url') ?? '';
  if (!URL.canParse(asked)) return new Response('', { status: 400 });
  const url = new URL(asked);
  const found = await sloganEntry(PATH.exec(url.pathname)?.[1] ?? '');
  if (!found) return new Response('', { status: 404 });
  const [width, height] = [atMost(params.get('maxwidth'), WIDTH), atMost(params.get('maxheight'), HEIGHT)];
  const address = `${url.origin}/embed/slogans/${found.id}${url.search}`;
  return Response.json({
    version: '1.0',
    type: 'rich',
    title: found.canonical,
    provider_name: '提法 Tifa',
    provider_url: url.origin,
    width,
    height,
    html: embedHtml(address, found.canonical, String(width), String(height)),
  });
}
