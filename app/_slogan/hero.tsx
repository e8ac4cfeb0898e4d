import { pinyin } from 'pinyin-pro';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import type { MentionCount } from '@/lib/queries/mention-count';
import type { SloganEntry } from '@/lib/queries/slogan';
import { HeatNow } from './heat-now';

/** The slogan itself, how it is read, what it means, since when, and how often it stands in the scope. */
export function Hero({
  view,
  slogan,
  count,
  reports,
}: {
  view: View;
  slogan: SloganEntry;
  count: MentionCount;
  reports: number;
}) {
  const { t, n, locale } = view;
  const reading = /^[\p{Script=Han}、，；]+$/u.test(slogan.canonical)
    ? pinyin(slogan.canonical, { toneType: 'symbol', nonZh: 'removed' })
    : null;
  const facts = [t(`kind.${slogan.kind as 'set'}`)];
  if (slogan.introduced) facts.push(t('slogan.since', { date: formatDate(slogan.introduced, locale) }));
  facts.push(t(slogan.listed ? 'slogan.listed' : 'slogan.found'));
  return (
    <header className="hero">
      <div>
        <h1 className={slogan.canonical.length > 10 ? 'tifa long' : 'tifa'} lang="zh-CN">
          {slogan.canonical}
        </h1>
        {reading && (
          <p className="pinyin" lang="zh-Latn-pinyin">
            {reading}
          </p>
        )}
        {slogan.gloss && (
          <p className="gloss" lang="en">
            {slogan.gloss}
          </p>
        )}
      </div>
      <div>
        <p className="quiet">{facts.join(' · ')}</p>
        {count.mentions > 0 && <HeatNow view={view} id={slogan.id} />}
        <p className="lead">
          {count.mentions === 0
            ? t('slogan.nowhere', { reports: n.count(reports) })
            : t('slogan.totals', {
                mentions: count.mentions,
                reports: count.reports,
                total: reports,
                share: reports > 0 ? n.share(count.reports / reports) : '—',
                places: count.places,
              })}
          {count.first &&
            count.last &&
            ` ${t('slogan.seen', { first: formatDate(count.first, locale), last: formatDate(count.last, locale) })}`}
        </p>
      </div>
    </header>
  );
}
