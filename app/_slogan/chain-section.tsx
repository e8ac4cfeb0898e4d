import { SloganName } from '@/components/text/slogan-name';
import { formatBucket } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { type ChainRow, chainOrder } from '@/lib/queries/chain-order';
import type { SloganEntry } from '@/lib/queries/slogan';
import { wilson } from '@/lib/stats/intervals';
import { FirstFigures } from '../_frame/first-figures';
import { chainOf } from './chain';

const ORDERS = 4;

/** In which order paragraphs recite the slogan and its company, by year: an order that turns says what became first. */
export async function ChainSection({ view, slogan }: { view: View; slogan: SloganEntry }) {
  const { t, n, locale } = view;
  const chain = await chainOf(view, slogan);
  if (chain.length < 2) return null;
  const found = await chainOrder(
    chain.map((s) => s.id),
    { ...view.filters, by: 'year' },
  );
  const names = new Map(chain.map((s) => [s.id, s.canonical]));
  const buckets = [...new Set(found.rows.map((r) => r.bucket))];
  return (
    <section aria-labelledby="chains">
      <h2 id="chains">{t('chains.title')}</h2>
      <p className="quiet small">{t('chains.note')}</p>
      <FirstFigures view={view} sample={found.sample} />
      <ul className="names">
        {chain.map((s) => (
          <li key={s.id}>
            <SloganName href={view.href(`/slogans/${s.id}`)} canonical={s.canonical} />
          </li>
        ))}
      </ul>
      <div className="scroll">
        <table className="by-place">
          <thead>
            <tr>
              <th scope="col">{t('trend.period')}</th>
              <th scope="col">{t('chains.order')}</th>
              <th scope="col" className="number">
                {t('chains.paragraphs')}
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets.flatMap((bucket) =>
              found.rows
                .filter((r) => r.bucket === bucket)
                .slice(0, ORDERS)
                .map((r, i) => (
                  <tr key={`${bucket} ${r.order.join()}`}>
                    <th scope="row">{i === 0 && formatBucket(bucket, found.grain, locale)}</th>
                    <td lang="zh-CN">{r.order.map((id) => names.get(id)).join(' → ')}</td>
                    <td className="number">
                      {t('compare.of', { n: n.count(r.paragraphs), total: n.count(r.total) })} (
                      {n.share(r.share)}
                      {found.sample && `, ${interval(view, r)}`})
                    </td>
                  </tr>
                )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Of a sample: between which shares the true one is likely to lie. */
function interval({ t, n }: View, { paragraphs, total }: ChainRow): string {
  const { low, high } = wilson(paragraphs, total);
  return t('sample.between', { low: n.share(low), high: n.share(high) });
}
