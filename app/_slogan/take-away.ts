import { type Citation, citation } from '@/lib/format/citation';
import { periodText } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import type { SloganEntry } from '@/lib/queries/slogan';
import { currentData } from '../_frame/frame-data';
import { requestOrigin } from '../_frame/request-origin';

export interface TakeAway {
  readonly picture: { readonly svg: string; readonly name: string };
  readonly embed: string;
  readonly citation: Citation;
}

/** HTML that shows the chart of an address on another site; measures in CSS pixels. */
export function embedHtml(address: string, title: string, width = '100%', height = '460'): string {
  const safe = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<iframe src="${safe(address)}" title="${safe(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

const dayInBeijing = (time: Date) => new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What a reader can take away from the chart of a slogan: picture, embedding, citation. */
export async function takeAway(view: View, slogan: SloganEntry): Promise<TakeAway> {
  const [origin, data] = await Promise.all([requestOrigin(), currentData()]);
  const path = `/slogans/${slogan.id}`;
  const title = `${slogan.canonical} (${periodText(view)})`;
  return {
    picture: { svg: view.href(`${path}/chart.svg`), name: `tifa-${slogan.id}-${data.version}` },
    embed: embedHtml(`${origin}${view.href(`/embed${path}`, {}, { lang: view.locale })}`, title),
    citation: citation({
      title,
      url: `${origin}${view.href(path)}`,
      version: data.version,
      published: dayInBeijing(data.publishedAt ?? new Date(0)),
      accessed: dayInBeijing(new Date()),
    }),
  };
}
