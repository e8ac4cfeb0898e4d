import Link from 'next/link';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { type PlaceStep, placeLine } from '@/lib/queries/place-line';

/** What the place was before and what it became, so that a series can be followed over the change. */
export async function Line({ view, code }: { view: View; code: string }) {
  const { t } = view;
  const { before, after } = await placeLine(code);
  if (before.length + after.length === 0) return null;
  const codes = [...before.map((step) => step.code), code, ...after.map((step) => step.code)];
  return (
    <p className="quiet small">
      <Steps view={view} title={t('places.before')} steps={before} />
      <Steps view={view} title={t('places.after')} steps={after} />
      <Link
        href={view.href(
          '/compare',
          { place: undefined, own: undefined },
          { places: codes.slice(0, MOST).join(',') },
        )}
        prefetch={false}
      >
        {t('places.together')}
      </Link>
    </p>
  );
}

/** The comparison takes so many places. */
const MOST = 6;

function Steps({ view, title, steps }: { view: View; title: string; steps: readonly PlaceStep[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      {title}{' '}
      {steps.map(({ code, name, until }) => (
        <span key={code}>
          <Link href={view.href(`/places/${code}`, { place: undefined })} lang="zh-CN" prefetch={false}>
            {name}
          </Link>
          {until === null ? ' ' : ` (${view.t('places.until', { month: formatDate(until, view.locale) })}) `}
        </span>
      ))}
    </>
  );
}
