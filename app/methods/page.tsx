import type { Metadata } from 'next';
import { TierRule } from '@/components/text/tier-mark';
import type { SearchParams } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';
import { GLOSSARY, type GlossaryEntry } from '../_methods/glossary';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('frame.methods') };
}

/** What every number means: words, cut-offs, formula, denominator and source, from what computes it. */
export default async function MethodsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/methods', searchParams);
  const { t } = view;
  return (
    <PageFrame view={view} withoutData>
      <article className="methods">
        <h1>{t('frame.methods')}</h1>
        <p className="lead">{t('methods.lead')}</p>
        <nav className="contents small" aria-label={t('methods.contents')}>
          {GLOSSARY.map((section) => (
            <p key={section.key}>
              <a href={`#s-${section.key}`}>{t(`methods.s-${section.key}`)}</a>
              {section.entries.map(({ key }) => (
                <a key={key} href={`#${key}`} className="quiet">
                  {t(`methods.${key as 'share'}-title`)}
                </a>
              ))}
            </p>
          ))}
        </nav>
        {GLOSSARY.map((section) => (
          <section key={section.key} aria-labelledby={`s-${section.key}`}>
            <h2 id={`s-${section.key}`}>{t(`methods.s-${section.key}`)}</h2>
            <dl>
              {section.entries.map((entry) => (
                <Entry key={entry.key} view={view} entry={entry} />
              ))}
            </dl>
          </section>
        ))}
      </article>
    </PageFrame>
  );
}

function Entry({ view, entry }: { view: View; entry: GlossaryEntry }) {
  const { t, n } = view;
  const { key, values, formula, source, of, figures = [] } = entry;
  const facts = [
    of && t('methods.denominator', { of: t(`methods.of-${of}`) }),
    source && t('methods.source', { source }),
    figures.length > 0 &&
      t('methods.figures', {
        figures: figures.map((name) => t(`figureName.${name as 'tiles'}`)).join(t('methods.comma')),
      }),
  ].filter(Boolean);
  return (
    <div id={key}>
      <dt>{t(`methods.${key as 'share'}-title`)}</dt>
      <dd>
        <p>{t(`methods.${key as 'share'}`, values?.(n) as Record<never, never>)}</p>
        {key === 'heat' && <TierRule view={view} />}
        {formula && (
          <p className="formula" lang="en">
            {formula}
          </p>
        )}
        {facts.length > 0 && <p className="quiet small">{facts.join(t('methods.stop'))}</p>}
      </dd>
    </div>
  );
}
