import Link from 'next/link';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { PageFrame } from './_frame/page-frame';

/** An address that leads nowhere, or to something that was taken down. */
export default async function NotFound() {
  const view = makeView(await requestLocale(), '/', {});
  const { t } = view;
  return (
    <PageFrame view={view} withoutData>
      <article className="prose">
        <h1>{t('errors.notFound')}</h1>
        <p>{t('errors.notFoundText')}</p>
        <p>
          <Link href="/slogans" prefetch={false}>
            {t('nav.slogans')}
          </Link>
          {' · '}
          <Link href="/documents" prefetch={false}>
            {t('nav.documents')}
          </Link>
        </p>
      </article>
    </PageFrame>
  );
}
