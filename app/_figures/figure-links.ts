import type { FigureLinks } from '@/components/charts/figure-menu';
import { citation } from '@/lib/format/citation';
import { periodText } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { currentData } from '../_frame/frame-data';
import { requestOrigin } from '../_frame/request-origin';
import { citedPage, dayInBeijing } from './cited-page';
import { embedHtml } from './embed-html';
import type { Own } from './figure';
import { FIGURES } from './registry';

/** What a reader can take away from a chart: numbers, picture, embedding, citation. */
export async function figureLinks(view: View, name: string, own: Own, subject = ''): Promise<FigureLinks> {
  const figure = FIGURES[name];
  if (!figure) throw new Error(`there is no figure ${name}`);
  const [origin, data] = await Promise.all([requestOrigin(), currentData()]);
  const label = view.t(`figureName.${name as 'tiles'}`);
  const title = `${subject ? `${subject}: ` : ''}${label} (${periodText(view)})`;
  return {
    csv: figure.csv(view, own),
    svg: view.href(`/figures/${name}.svg`, {}, own),
    png: view.href(`/figures/${name}.png`, {}, own),
    file: `tifa-${name}-${data.version}`,
    embed: embedHtml(
      `${origin}${view.href(`/embed/figures/${name}`, {}, { ...own, lang: view.locale })}`,
      title,
    ),
    citation: citation({
      title,
      url: `${origin}${citedPage(figure.page(view, own), data.version)}`,
      version: data.version,
      published: dayInBeijing(data.publishedAt ?? new Date(0)),
      accessed: dayInBeijing(new Date()),
    }),
  };
}
