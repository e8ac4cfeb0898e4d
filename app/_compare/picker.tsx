import Link from 'next/link';
import { placeOptions } from '@/components/frame/place-options';
import type { View } from '@/lib/format/view';
import type { PlaceEntry, PlaceRow } from '@/lib/queries/places';

interface Props {
  readonly view: View;
  readonly chosen: readonly PlaceEntry[];
  readonly totals: readonly number[];
  readonly all: readonly PlaceRow[];
  readonly own: Readonly<Record<string, string | undefined>>;
}

const MOST = 6;

/** The places compared, each in its colour with its reports; one more can be added, each can be taken out. */
export function Picker({ view, chosen, totals, all, own }: Props) {
  const { t, n } = view;
  const codes = chosen.map((p) => p.code);
  const without = (code: string) => codes.filter((c) => c !== code).join(',') || undefined;
  const query = new URLSearchParams(view.href('', {}, own).slice(1));
  // Open down to the last chosen place, so that its neighbours are at hand.
  const options = placeOptions(all, codes[codes.length - 1]).filter((o) => !codes.includes(o.code));
  return (
    <div className="compare-picker">
      <ul className="many">
        {chosen.map((p, i) => (
          <li key={p.code} className={`series-${i + 1}`}>
            <span className="swatch" aria-hidden="true" />
            <Link href={view.href(`/places/${p.code}`)} lang="zh-CN" prefetch={false}>
              {p.path.join(' ')}
            </Link>{' '}
            <span className="quiet small">{t('compare.reports', { reports: totals[i] ?? 0 })}</span>{' '}
            <Link
              className="small"
              href={view.href('/compare', {}, { ...own, places: without(p.code) })}
              prefetch={false}
            >
              {t('compare.remove')}
              <span className="unseen"> {p.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      {chosen.length < MOST && (
        <form action="/compare" className="narrow">
          {[...query].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="add-place">{t('compare.add')}</label>
          <select id="add-place" name="add" key={codes.join()} defaultValue="">
            <option value="">—</option>
            {options.map((o) => (
              <option key={o.code} value={o.code}>
                {`${'\u3000'.repeat(o.depth)}${o.name} (${n.count(o.reports)})`}
              </option>
            ))}
          </select>
          <button type="submit">{t('compare.go')}</button>
        </form>
      )}
    </div>
  );
}
