import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { figurePicture } from '../../_figures/figure-picture';
import { paint } from '../../_figures/paint';
import { FIGURES, ownOf } from '../../_figures/registry';

const FILE = /^([a-z-]+)\.(svg|png)$/;

/** Any chart as a picture, with the filters of its page: /figures/slogan-trend.svg?slogan=7&from=2019. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const [, name = '', kind] = FILE.exec((await params).file) ?? [];
  const figure = FIGURES[name];
  if (!figure) return new Response('', { status: 404 });
  const asked = new URL(request.url).searchParams;
  const own = ownOf(figure, asked);
  const view = makeView(await requestLocale(), `/figures/${name}`, Object.fromEntries(asked));
  if (view.problems.length > 0) return Response.json({ problems: view.problems }, { status: 400 });
  const drawing = await figure.draw(view, own);
  if (!drawing) return new Response('', { status: 404 });
  const svg = await figurePicture(view, drawing);
  const headers = { 'cache-control': 'private, no-cache' };
  if (kind === 'svg')
    return new Response(svg, { headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' } });
  const png = await paint(svg);
  return new Response(new Uint8Array(png), { headers: { ...headers, 'content-type': 'image/png' } });
}
