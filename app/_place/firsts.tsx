import Link from 'next/link';
import { SloganName } from '@/components/text/slogan-name';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { daysBetween } from '@/lib/queries/buckets';
import { type PlaceFirst, placeFirsts } from '@/lib/queries/place-firsts';
import type { PlaceEntry } from '@/lib/queries/places';

const LIMIT = 8;

/** What a place was the first to say, and what it says still when everybody else has stopped. */
export async function Firsts({ view, place }: { view: View; place: PlaceEntry }) {
  const { t } = view;
  const { firsts, lasts } = await placeFirsts(view.filters, place.code, LIMIT);
  if (firsts.length + lasts.length === 0) return null;
  return (
    <section aria-labelledby="firsts">
      <h2 id="firsts">{t('firsts.title')}</h2>
      <p className="quiet small">{t('firsts.note')}</p>
      <div className="columns">
        <Column view={view} place={place} title={t('firsts.firsts')} rows={firsts} word="firsts.before" />
        <Column view={view} place={place} title={t('firsts.lasts')} rows={lasts} word="firsts.after" />
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly view: View;
  readonly place: PlaceEntry;
  readonly title: string;
  readonly rows: readonly PlaceFirst[];
  readonly word: 'firsts.before' | 'firsts.after';
}

function Column({ view, place, title, rows, word }: ColumnProps) {
  const { t, locale } = view;
  return (
    <div>
      <h3>{title}</h3>
      {rows.length === 0 && <p className="quiet small">{t('overview.none')}</p>}
      <ol>
        {rows.map((r) => (
          <li key={r.id}>
            <SloganName href={view.href(`/slogans/${r.id}`)} canonical={r.canonical} />
            <span className="note">
              <Link
                href={view.href(
                  `/slogans/${r.id}`,
                  { place: place.code, own: undefined, from: r.day, until: r.day },
                  {},
                  'mentions',
                )}
                prefetch={false}
              >
                {formatDate(r.day, locale)}
              </Link>{' '}
              {t(word, { days: Math.abs(daysBetween(r.day, r.elsewhere)) })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
