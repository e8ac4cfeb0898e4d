import type { View } from '@/lib/format/view';
import { SloganName } from '../text/slogan-name';

export interface ButterflyRow {
  readonly id: number;
  readonly canonical: string;
  /** How often A's share doubles B's: positive to the left, where A stands. With its 95 % interval. */
  readonly logRatio: number;
  readonly low95: number;
  readonly high95: number;
  readonly text: string;
  readonly href: string;
}

/** Beyond so many doublings the scale ends: an interval that is longer is cut. */
const MOST = 6;

/** A dot and its interval for each row, to the side of whoever says it more; the middle is equality. */
export function Butterfly({
  view,
  rows,
  names,
}: {
  view: View;
  rows: readonly ButterflyRow[];
  names: readonly [string, string];
}) {
  const reach = Math.min(MOST, Math.max(1, ...rows.map((r) => Math.ceil(Math.abs(r.logRatio)) + 1)));
  const at = (x: number) => 50 - (Math.max(-reach, Math.min(reach, x)) / reach) * 50;
  return (
    <div className="butterfly many">
      <p className="sides" aria-hidden="true">
        <span className="series-1">← {names[0]}</span>
        <span className="quiet small">{view.t('keyness.scale', { reach })}</span>
        <span className="series-2">{names[1]} →</span>
      </p>
      <ul>
        {rows.map((r) => (
          <li key={r.id} className={r.logRatio > 0 ? 'series-1' : 'series-2'}>
            <SloganName href={r.href} canonical={r.canonical} />
            <a
              className="wing"
              href={`${r.href}#mentions`}
              title={r.text}
              aria-label={`${r.canonical}: ${r.text}`}
            >
              <span
                className="reach"
                style={{ left: `${at(r.high95)}%`, width: `${Math.max(at(r.low95) - at(r.high95), 0.5)}%` }}
              />
              <b style={{ left: `${at(r.logRatio)}%` }} />
            </a>
            <span className="small quiet numbers">{r.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
