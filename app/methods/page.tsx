import type { Metadata } from 'next';
import type { SearchParams } from '@/lib/filters';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';

const SECTIONS = [
  'slogan',
  'kinds',
  'counting',
  'report',
  'share',
  'million',
  'interval',
  'thin',
  'missing',
  'copies',
  'date',
  'place',
  'change',
  'lists',
  'repairs',
  'synthetic',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('frame.methods') };
}

/** What every number means, in plain words. */
export default async function MethodsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/methods', searchParams);
  const { t } = view;
  return (
    <PageFrame view={view} withoutData>
      <article className="methods">
        <h1>{t('frame.methods')}</h1>
        <p className="lead">{t('methods.lead')}</p>
        <dl>
          {SECTIONS.map((s) => (
            <div key={s} id={s}>
              <dt>{t(`methods.${s}-title`)}</dt>
              <dd>{t(`methods.${s}`)}</dd>
            </div>
          ))}
        </dl>
      </article>
    </PageFrame>
  );
}
