import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { embedHtml } from '../_figures/embed-html';
import { FIGURES, ownOf } from '../_figures/registry';
import { isOwnAddress } from '../_frame/own-address';
import { requestOrigin } from '../_frame/request-origin';
import { sloganEntry } from '../_slogan/entry';

const SLOGAN = /^\/(?:embed\/)?slogans\/(\d{1,9})$/;
const FIGURE = /^\/(?:embed\/)?figures\/([a-z-]+)(?:\.(?:svg|png))?$/;
const [WIDTH, HEIGHT] = [800, 520];

/** The number given as a parameter, where it is less than ours. */
function atMost(value: string | null, ours: number): number {
  const given = Number(value);
  return Number.isInteger(given) && given > 0 ? Math.min(given, ours) : ours;
}

interface Offered {
  readonly title: string;
  readonly path: string;
}

/** What an address of ours shows on other sites; null where it shows no chart. */
async function offered(url: URL): Promise<Offered | null> {
  const slogan = await sloganEntry(SLOGAN.exec(url.pathname)?.[1] ?? '');
  if (slogan) return { title: slogan.canonical, path: `/embed/slogans/${slogan.id}` };
  const name = FIGURE.exec(url.pathname)?.[1] ?? '';
  const figure = FIGURES[name];
  if (!figure) return null;
  const view = makeView(await requestLocale(), url.pathname, Object.fromEntries(url.searchParams));
  const drawing = await figure.draw(view, ownOf(figure, url.searchParams));
  return drawing && { title: drawing.title, path: `/embed/figures/${name}` };
}

/** oEmbed 1.0: what to put on a page that links to a slogan or a chart of ours. JSON only. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  if ((params.get('format') ?? 'json') !== 'json') return new Response('', { status: 501 });
  const asked = params.get('url') ?? '';
  if (!URL.canParse(asked)) return new Response('', { status: 400 });
  const url = new URL(asked);
  const found = isOwnAddress(url, await requestOrigin()) ? await offered(url) : null;
  if (!found) return new Response('', { status: 404 });
  const [width, height] = [atMost(params.get('maxwidth'), WIDTH), atMost(params.get('maxheight'), HEIGHT)];
  return Response.json({
    version: '1.0',
    type: 'rich',
    title: found.title,
    provider_name: '提法 Tifa',
    provider_url: url.origin,
    width,
    height,
    html: embedHtml(`${url.origin}${found.path}${url.search}`, found.title, String(width), String(height)),
  });
}
