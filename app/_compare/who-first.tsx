import Link from 'next/link';
import { SloganName } from '@/components/text/slogan-name';
import { sharedBy } from '@/lib/format/comparison';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { type FirstAndLast, firstsAndLasts } from '@/lib/queries/firsts-and-lasts';
import type { Compared } from './compared';
import { SeriesHeads } from './series-heads';

const LIMIT = 12;

/** Of what all of them say: who said it first, and who says it still when the others have stopped. */
export async function WhoFirst({ view, compared }: { view: View; compared: Compared }) {
  const { t } = view;
  const { places, totals, slogans } = compared;
  const shared = sharedBy(slogans, totals, LIMIT);
  if (shared.length === 0) return null;
  const found = await firstsAndLasts(
    view.filters,
    shared.map((s) => s.id),
    places.map((p) => p.code),
  );
  return (
    <section aria-labelledby="who-first">
      <h2 id="who-first">{t('compare.whoFirst')}</h2>
      <p className="quiet small">{t('compare.whoFirstNote')}</p>
      <div className="scroll">
        <table className="shared many who-first">
          <thead>
            <tr>
              <th scope="col">{t('overview.slogan')}</th>
              <SeriesHeads names={places.map((p) => [p.code, p.name])} />
            </tr>
          </thead>
          <tbody>
            {shared.map((s) => {
              const rows = found.filter((r) => r.slogan === s.id);
              return (
                <tr key={s.id}>
                  <th scope="row">
                    <SloganName href={view.href(`/slogans/${s.id}`)} canonical={s.canonical} />
                  </th>
                  {places.map((p) => (
                    <td key={p.code}>
                      <Days view={view} row={rows.find((r) => r.place === p.code)} all={rows} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The first and last day of one place; the earliest and the latest of all stand out, in words too. */
function Days({
  view,
  row,
  all,
}: {
  view: View;
  row: FirstAndLast | undefined;
  all: readonly FirstAndLast[];
}) {
  const { t, locale } = view;
  if (!row) return <span className="quiet">—</span>;
  const first = all.every((r) => r.first >= row.first) && all.some((r) => r.first > row.first);
  const last = all.every((r) => r.last <= row.last) && all.some((r) => r.last < row.last);
  const link = (day: string) => (
    <Link
      href={view.href(`/slogans/${row.slogan}`, { place: row.place, from: day, until: day }, {}, 'mentions')}
      prefetch={false}
    >
      {formatDate(day, locale)}
    </Link>
  );
  return (
    <>
      {first ? <strong>{link(row.first)}</strong> : link(row.first)}
      {first && <span className="badge">{t('compare.first')}</span>}
      {' – '}
      {last ? <strong>{link(row.last)}</strong> : link(row.last)}
      {last && <span className="badge">{t('compare.last')}</span>}
    </>
  );
}
