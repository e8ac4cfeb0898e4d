import type { Metadata } from 'next';
import { curatorLog } from '@/lib/curate/curate';
import type { SearchParams } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { currentCurator } from '../_curate/curator';
import { SignIn } from '../_curate/sign-in';
import { Told } from '../_curate/told';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';

const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('curate.title'), robots: { index: false } };
}

/** Signing in, and everything that curators did, each of it to be taken back. */
export default async function CuratePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/curate', searchParams);
  const { t } = view;
  const curator = await currentCurator();
  return (
    <PageFrame view={view} withoutData>
      <h1>{t('curate.title')}</h1>
      <Told view={view} />
      <p className="lead">{t('curate.lead')}</p>
      <p className="links">
        <a href="/discover">{t('discover.title')}</a>
        <a href="/import">{t('import.title')}</a>
        <a href="/discover?status=accepted">{t('curate.lexicon')}</a>
      </p>
      {curator ? <Log view={view} curator={curator} /> : <SignIn view={view} back="/curate" />}
    </PageFrame>
  );
}

async function Log({ view, curator }: { view: View; curator: string }) {
  const { t, locale } = view;
  const actions = await curatorLog(SHOWN);
  const when = (time: Date) =>
    time.toLocaleString(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return (
    <>
      <form action="/curate/do" method="post" className="narrow">
        <input type="hidden" name="kind" value="sign-out" />
        <span>{t('curate.signedIn', { name: curator })}</span>
        <button type="submit">{t('curate.signOut')}</button>
      </form>
      <section aria-labelledby="log">
        <h2 id="log">{t('curate.log')}</h2>
        {actions.length === 0 && <p>{t('curate.nothing')}</p>}
        <ol className="lined">
          {actions.map((a) => (
            <li key={a.id}>
              <span>
                <span className="quiet">{when(a.at)}</span> {a.curator} · {t(`curate.kind-${a.kind}`)}{' '}
                <span lang="zh-CN">{a.name}</span>{' '}
                <span className="quiet small">
                  {Object.entries(a.detail)
                    .filter(([, value]) => value)
                    .map(([name, value]) => `${name}: ${value}`)
                    .join(' · ')}
                </span>
              </span>
              {a.undoneAt ? (
                <span className="note">
                  {t('curate.undone', { name: a.undoneBy ?? '', time: when(a.undoneAt) })}
                </span>
              ) : (
                <form action="/curate/do" method="post">
                  <input type="hidden" name="kind" value="undo" />
                  <input type="hidden" name="id" value={a.id} />
                  <input type="hidden" name="back" value="/curate" />
                  <button type="submit">
                    {t('curate.undo')}
                    <span className="unseen"> {a.name}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
