import { SloganName } from '@/components/text/slogan-name';
import type { View } from '@/lib/format/view';
import { keynessOfPeers } from '@/lib/queries/keyness-of-peers';
import type { PlaceEntry } from '@/lib/queries/places';
import { silence } from '@/lib/queries/silence';
import { SIGNIFICANT } from '@/lib/stats/intervals';
import { KeynessSection } from '../_compare/keyness-section';
import { figureLinks } from '../_figures/figure-links';

/** What a place says more and less than the rest of the place that it lies in. */
export async function Peers({ view, place }: { view: View; place: PlaceEntry }) {
  const [found, links] = await Promise.all([
    keynessOfPeers(view.filters, place.code),
    figureLinks(view, 'place-peers', {}, place.name),
  ]);
  if (!found) return null;
  const { from, until } = view.filters;
  return (
    <KeynessSection
      view={view}
      found={found}
      title={view.t('peers.title', { name: found.parent.name })}
      a={{ from, until, place: place.code }}
      b={{ from, until, place: found.parent.code }}
      names={[place.name, view.t('peers.rest', { name: found.parent.name })]}
      links={links}
    />
  );
}

const SILENT = 8;

/** What the places of the same level say and this one does not. */
export async function Silence({ view, place }: { view: View; place: PlaceEntry }) {
  const { t, n } = view;
  const found = await silence(view.filters, place.code);
  const rows = found.rows.filter((r) => r.q < SIGNIFICANT).slice(0, SILENT);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="silence">
      <h2 id="silence">{t('compare.silence')}</h2>
      <p className="quiet small">{t('peers.silenceNote', { peers: found.peers.length })}</p>
      <ol className="lined">
        {rows.map((r) => (
          <li key={r.id}>
            <SloganName
              href={view.href(`/slogans/${r.id}`, { place: undefined, own: undefined })}
              canonical={r.canonical}
            />
            <span className="note">
              {t('peers.expected', {
                expected: n.rate(r.expected),
                saying: r.peersSaying,
                n: n.count(r.peerReports),
                total: n.count(r.peerTotal),
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
