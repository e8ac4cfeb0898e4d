import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { SearchParams } from '@/lib/filters';
import { periodText } from '@/lib/format/filter-sentence';
import { FIGURES, ownOf } from '../../../_figures/registry';
import { currentData } from '../../../_frame/frame-data';
import { requestView } from '../../../_frame/request-view';

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<SearchParams>;
}

function queryOf(params: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** The figure that an address names and its drawing; asked for by the title and by the page, answered once. */
const figureAt = cache(async (name: string, query: string) => {
  const figure = FIGURES[name];
  if (!figure) return null;
  const params = new URLSearchParams(query);
  const own = ownOf(figure, params);
  const view = await requestView(`/embed/figures/${name}`, Promise.resolve(Object.fromEntries(params)));
  const drawing = await figure.draw(view, own);
  return drawing && { figure, own, view, drawing };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await figureAt((await params).name, queryOf(await searchParams).toString());
  if (!found) notFound();
  return { title: found.drawing.title, robots: { index: false } };
}

/** Any chart and nothing else, to be shown on other sites. */
export default async function EmbeddedFigure({ params, searchParams }: Props) {
  const { name } = await params;
  const found = await figureAt(name, queryOf(await searchParams).toString());
  if (!found) notFound();
  const { figure, own, view, drawing } = found;
  const data = await currentData();
  return (
    <main id="main" className="embedded">
      <h1 className="tifa" lang="zh-CN">
        {drawing.title}
      </h1>
      <p className="quiet small">
        {periodText(view)} · {view.t(`figureName.${name as 'tiles'}`)}
      </p>
      <figure className="picture">
        {/* biome-ignore lint/performance/noImgElement: an SVG of ours, which an image service could not make smaller */}
        <img
          src={view.href(`/figures/${name}.svg`, {}, { ...own, lang: view.locale })}
          alt={drawing.sentence}
          width={1_200}
          height={675}
        />
        <figcaption className="unseen">{drawing.sentence}</figcaption>
      </figure>
      <p className="small">
        <a href={figure.page(view, own)} target="_blank" rel="noopener">
          {view.t('embed.open')}
        </a>{' '}
        {data.synthetic && <span className="quiet">{view.t('synthetic.counted')}</span>}
      </p>
    </main>
  );
}
