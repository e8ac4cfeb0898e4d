import { oneValue } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { dataSince } from '@/lib/queries/data-since';

/** The data version that a link names (`?v=`), as a citation does; null where it names none. */
function versionOf(view: View): number | null {
  const given = oneValue(view.params.v);
  return given !== undefined && /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** Says, to whoever follows a link of an earlier data version, that the data have changed since, and by how much. */
export async function DataChanged({ view }: { view: View }) {
  const version = versionOf(view);
  const since = version === null ? null : await dataSince(version);
  if (!since) return null;
  const { t, n, locale } = view;
  const at = since.publishedAt.toLocaleDateString(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium' });
  return (
    <p className="problems" role="status">
      {t('frame.dataChanged', {
        version: since.version,
        at,
        reports: n.count(since.reports),
        mentions: n.count(since.mentions),
        reportsNow: n.count(since.reportsNow),
        mentionsNow: n.count(since.mentionsNow),
      })}
    </p>
  );
}
