import { SloganName } from '@/components/text/slogan-name';
import { onlyIn } from '@/lib/format/comparison';
import type { View } from '@/lib/format/view';
import type { Compared } from './compared';
import { PlaceColumns } from './place-columns';

const LIMIT = 12;

/** What one of them says and none of the others does. */
export function Only({ view, compared }: { view: View; compared: Compared }) {
  const { t, n } = view;
  const { places, totals, slogans } = compared;
  return (
    <section aria-labelledby="only">
      <h2 id="only">{t('compare.only')}</h2>
      <p className="quiet small">{t('compare.onlyNote')}</p>
      <PlaceColumns places={places}>
        {(place, i) => {
          const rows = onlyIn(slogans, i, LIMIT);
          return (
            <>
              {rows.length === 0 && <p className="quiet small">{t('overview.none')}</p>}
              <ol>
                {rows.map((s) => (
                  <li key={s.id}>
                    <SloganName
                      href={view.href(`/slogans/${s.id}`, { place: place.code })}
                      canonical={s.canonical}
                    />
                    <span className="note">
                      {t('compare.of', { n: n.count(s.reports[i] ?? 0), total: n.count(totals[i] ?? 0) })}
                    </span>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </PlaceColumns>
    </section>
  );
}
