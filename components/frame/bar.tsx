import Link from 'next/link';
import { formatFilters } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locale';
import { THEMES } from '@/lib/i18n/theme';
import { PaletteKey } from './palette-key';

const SECTIONS = ['/', '/slogans', '/places', '/compare', '/directives', '/documents'] as const;
const SECTION_KEYS = {
  '/': 'nav.overview',
  '/slogans': 'nav.slogans',
  '/places': 'nav.places',
  '/compare': 'nav.compare',
  '/directives': 'nav.directives',
  '/documents': 'nav.documents',
} as const;

/** The name, the sections, the search box, and the switches of language and theme. */
export function Bar({ view, own }: { view: View; own: Readonly<Record<string, string | undefined>> }) {
  const { t, path } = view;
  return (
    <header className="bar">
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <Link className="brand" href={view.href('/')} prefetch={false}>
        <span lang="zh-CN">提法</span> Tifa
      </Link>
      <nav className="sections" aria-label={t('frame.sections')}>
        {SECTIONS.map((section) => {
          const here = section === '/' ? path === '/' : path === section || path.startsWith(`${section}/`);
          return (
            <Link
              key={section}
              href={view.href(section)}
              prefetch={false}
              aria-current={here ? 'page' : undefined}
            >
              {t(SECTION_KEYS[section])}
            </Link>
          );
        })}
      </nav>
      <search>
        <form action="/search" className="find">
          <label htmlFor="find" className="unseen">
            {t('frame.search')}
          </label>
          <input id="find" name="q" type="search" placeholder={t('frame.searchHint')} />
          <button type="submit">{t('frame.searchGo')}</button>
        </form>
        <PaletteKey
          words={{
            label: t('frame.search'),
            hint: t('search.hint'),
            everywhere: t.raw('search.everywhere'),
            filters: formatFilters(view.filters),
          }}
        />
      </search>
      <Switches view={view} own={own} />
    </header>
  );
}

/** Plain links: both switches work without a script. The theme's link leads away from the one in force. */
function Switches({ view, own }: { view: View; own: Readonly<Record<string, string | undefined>> }) {
  const { t, path, locale } = view;
  return (
    <div className="switches">
      <nav aria-label={t('frame.language')}>
        {LOCALES.map((l: Locale) => (
          <a
            key={l}
            href={view.href(path, {}, { ...own, lang: l })}
            lang={l}
            hrefLang={l}
            aria-current={l === locale ? 'true' : undefined}
          >
            {LOCALE_LABELS[l]}
          </a>
        ))}
      </nav>
      {THEMES.map((theme) => (
        <a
          key={theme}
          className={`to-${theme}`}
          href={view.href(path, {}, { ...own, theme })}
          title={t(`theme.${theme}`)}
        >
          <span aria-hidden="true">◐</span>
          <span className="unseen">{t(`theme.${theme}`)}</span>
        </a>
      ))}
    </div>
  );
}
