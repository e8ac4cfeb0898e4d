import Link from 'next/link';
import type { View } from '@/lib/format/view';

export interface DataState {
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly running: number;
  readonly synthetic: boolean;
}

/** As of when the numbers are, whether made-up documents are among them, and where they are explained. */
export function Footer({ view, data }: { view: View; data: DataState }) {
  const { t, locale } = view;
  const at = data.publishedAt?.toLocaleString(locale, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <footer className="foot">
      <p>
        {data.version > 0 && at ? t('frame.asOf', { version: data.version, at }) : t('frame.noData')}
        {data.running > 0 && <> {t('frame.running', { count: data.running })}</>}
      </p>
      {data.synthetic && (
        <p>
          <mark className="made-up">{t('synthetic.label')}</mark> {t('synthetic.counted')}
        </p>
      )}
      <p>
        <Link href={view.href('/methods')} prefetch={false}>
          {t('frame.methods')}
        </Link>
        {' · '}
        <Link href="/discover" prefetch={false}>
          {t('discover.title')}
        </Link>
        {' · '}
        <Link href="/curate" prefetch={false}>
          {t('curate.title')}
        </Link>
        {' · '}
        {t('frame.about')}
      </p>
    </footer>
  );
}
