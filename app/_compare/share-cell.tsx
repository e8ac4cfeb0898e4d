import Link from 'next/link';
import type { View } from '@/lib/format/view';
import { wilson } from '@/lib/stats/intervals';

interface Props {
  readonly view: View;
  /** Number of the column: a place or slogan keeps its colour on the page. */
  readonly series: number;
  readonly reports: number;
  readonly total: number;
  /** The end of the scale that all cells share: the highest upper end of an interval. */
  readonly most: number;
  /** The mentions behind the number. */
  readonly href: string;
}

/** A share of reports with its denominator, and its 95 % interval as a line under the number. */
export function ShareCell({ view, series, reports, total, most, href }: Props) {
  const { t, n } = view;
  const share = total > 0 ? reports / total : 0;
  const { low, high } = wilson(reports, total);
  const at = (x: number) => `${(x / most) * 100}%`;
  return (
    <td className={`series-${series}`}>
      <Link href={href} prefetch={false}>
        {n.share(share)}
      </Link>{' '}
      <span className="quiet small">{t('compare.of', { n: n.count(reports), total: n.count(total) })}</span>
      <span className="whisker" aria-hidden="true">
        <span style={{ left: at(low), width: at(high - low) }} />
        <b style={{ left: at(share) }} />
      </span>
    </td>
  );
}
