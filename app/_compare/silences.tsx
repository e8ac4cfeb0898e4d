import { SloganName } from '@/components/text/slogan-name';
import { silentIn } from '@/lib/format/comparison';
import type { View } from '@/lib/format/view';
import type { Compared } from './compared';
import { PlaceColumns } from './place-columns';

const LIMIT = 8;
const EXPECTED = 0.05;

/** What all the others say and one does not, although its reports are enough to expect it. */
export function Silences({ view, compared }: { view: View; compared: Compared }) {
  const { t, n } = view;
  const { places, totals, slogans } = compared;
  const lists = places.map((_, i) => silentIn(slogans, totals, i, LIMIT).filter((s) => s.p < EXPECTED));
  return (
    <section aria-labelledby="silences">
      <h2 id="silences">{t('compare.silence')}</h2>
      <p className="quiet small">{t('compare.silenceNote')}</p>
      <PlaceColumns places={places}>
        {(_, i) => (
          <>
            {lists[i]?.length === 0 && <p className="quiet small">{t('overview.none')}</p>}
            <ol>
              {(lists[i] ?? []).map(({ slogan, expected, p }) => (
                <li key={slogan.id}>
                  <SloganName href={view.href(`/slogans/${slogan.id}`)} canonical={slogan.canonical} />
                  <span className="note">
                    {t('compare.expected', {
                      expected: n.rate(expected),
                      p: p < 0.001 ? 'p < 0.001' : `p = ${n.rate(p)}`,
                    })}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </PlaceColumns>
    </section>
  );
}
