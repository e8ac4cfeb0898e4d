import Link from 'next/link';
import type { View } from '@/lib/format/view';
import { frequencyByPlace } from '@/lib/queries/frequency-by-place';
import type { SloganEntry } from '@/lib/queries/slogan';
import { wilson } from '@/lib/stats/intervals';
import { SeriesHeads } from './series-heads';
import { ShareCell } from './share-cell';

interface Props {
  readonly view: View;
  readonly slogans: readonly SloganEntry[];
}

const PLACES = 24;

/** The share of each slogan in each place, all on one scale. */
export async function SlogansByPlace({ view, slogans }: Props) {
  const { t, n } = view;
  const found = await Promise.all(slogans.map((s) => frequencyByPlace(s.id, view.filters)));
  const order = [...(found[0] ?? [])]
    .filter((p) => p.code !== '000000')
    .sort((x, y) => y.totalReports - x.totalReports)
    .slice(0, PLACES);
  if (order.length < 2) return null;
  const cells = order.map((place) =>
    found.map((rows) => rows.find((r) => r.code === place.code)?.reports ?? 0),
  );
  const most = Math.max(
    ...order.flatMap((place, row) => (cells[row] ?? []).map((x) => wilson(x, place.totalReports).high)),
  );
  return (
    <section aria-labelledby="by-place">
      <h2 id="by-place">{t('slogan.byPlace')}</h2>
      <p className="quiet small">{t('compare.sharedNote', { top: n.share(most) })}</p>
      <div className="scroll">
        <table className="shared many">
          <thead>
            <tr>
              <th scope="col">{t('filters.place')}</th>
              <SeriesHeads names={slogans.map((s) => [s.id, s.canonical])} />
            </tr>
          </thead>
          <tbody>
            {order.map((place, row) => (
              <tr key={place.code}>
                <th scope="row" lang="zh-CN">
                  <Link href={view.href(`/places/${place.code}`)} prefetch={false}>
                    {place.path.slice(-2).join(' ')}
                  </Link>
                </th>
                {slogans.map((s, i) => (
                  <ShareCell
                    key={s.id}
                    view={view}
                    series={i + 1}
                    reports={cells[row]?.[i] ?? 0}
                    total={place.totalReports}
                    most={most}
                    href={view.href(`/slogans/${s.id}`, { place: place.code, own: '1' }, {}, 'mentions')}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
