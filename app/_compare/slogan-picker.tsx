import { SloganName } from '@/components/text/slogan-name';
import type { View } from '@/lib/format/view';
import type { SloganEntry } from '@/lib/queries/slogan';

const MOST = 6;

interface Props {
  readonly view: View;
  readonly chosen: readonly SloganEntry[];
  /** What was typed and is no slogan. */
  readonly unknown: string | null;
}

/** The slogans compared, each in its colour; one more can be named, each can be taken out. */
export function SloganPicker({ view, chosen, unknown }: Props) {
  const { t } = view;
  const without = (id: number) =>
    chosen
      .filter((s) => s.id !== id)
      .map((s) => s.id)
      .join(',') || undefined;
  const own = { slogans: chosen.map((s) => s.id).join(',') || undefined };
  return (
    <div className="compare-picker">
      <ul className="many">
        {chosen.map((s, i) => (
          <li key={s.id} className={`series-${i + 1}`}>
            <span className="swatch" aria-hidden="true" />
            <SloganName href={view.href(`/slogans/${s.id}`)} canonical={s.canonical} />{' '}
            <a className="small" href={view.href('/compare', {}, { slogans: without(s.id) })}>
              {t('compare.remove')}
              <span className="unseen"> {s.canonical}</span>
            </a>
          </li>
        ))}
      </ul>
      {unknown && <p role="status">{t('compare.unknownSlogan', { text: unknown })}</p>}
      {chosen.length < MOST && (
        <form action="/compare" className="narrow">
          {[...new URLSearchParams(view.href('', {}, own).slice(1))].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="add-slogan">{t('compare.addSlogan')}</label>
          <input id="add-slogan" name="slogan-name" type="search" lang="zh-CN" />
          <button type="submit">{t('compare.go')}</button>
        </form>
      )}
    </div>
  );
}
