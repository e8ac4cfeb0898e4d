import type { Metadata } from 'next';
import { PICTURE } from '@/components/charts/picture/picture';
import type { View } from '@/lib/format/view';
import { requestOrigin } from '../_frame/request-origin';
import type { Own } from './figure';

/** What other sites show of a link to a page: its real chart, with the filters of the address. */
export async function socialCard(view: View, name: string, own: Own, title: string): Promise<Metadata> {
  const url = `${await requestOrigin()}${view.href(`/figures/${name}.png`, {}, { ...own, lang: view.locale })}`;
  const alt = `${title}: ${view.t(`figureName.${name as 'tiles'}`)}`;
  const images = [{ url, width: PICTURE.width, height: PICTURE.height, alt }];
  return {
    openGraph: { title, images, siteName: '提法 Tifa' },
    twitter: { card: 'summary_large_image', images },
  };
}
