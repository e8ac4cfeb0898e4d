import type { Metadata } from 'next';
import { MOST_BYTES, stagedPath } from '@/lib/curate/staged-files';
import { oneValue, type SearchParams } from '@/lib/filters';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { currentCurator } from '../_curate/curator';
import { SignIn } from '../_curate/sign-in';
import { Told } from '../_curate/told';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';
import { ImportForm } from '../_import/import-form';
import { ImportPreview } from '../_import/import-preview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('import.title'), robots: { index: false } };
}

/** A text or file of one's own: what would be found in it, then ingested as a run that can be taken back. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/import', searchParams);
  const { t, n } = view;
  const curator = await currentCurator();
  const staged = oneValue(view.params.staged);
  const path = curator && staged ? stagedPath(staged) : null;
  return (
    <PageFrame view={view} withoutData>
      <h1>{t('import.title')}</h1>
      <Told view={view} />
      <p className="lead">{t('import.lead', { megabytes: n.count(MOST_BYTES / 1024 / 1024) })}</p>
      {!curator && <SignIn view={view} back="/import" />}
      {curator && path && staged && <ImportPreview view={view} name={staged} path={path} />}
      {curator && !path && <ImportForm view={view} />}
    </PageFrame>
  );
}
