import '@fontsource-variable/noto-sans-sc';
import '@fontsource-variable/noto-serif-sc';
import './styles/blank-font.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/strip.css';
import './styles/tables.css';
import './styles/charts.css';
import './styles/figures.css';
import './styles/life.css';
import './styles/search.css';
import './styles/tiles.css';
import './styles/butterfly.css';
import './styles/directives.css';
import './styles/print.css';
import './styles/text.css';
import './styles/pages.css';
import './styles/methods.css';
import './styles/document.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { requestLocale, requestTheme } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

/** Titles read "四个意识 — Tifa". */
export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await requestLocale());
  return { title: { default: t('frame.title'), template: '%s — Tifa' }, description: t('frame.about') };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#181513' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([requestLocale(), requestTheme()]);
  // Has to be there at the first layout (styles/blank-font.css); browsers wait a moment for a font preloaded.
  preload('/fonts/blank-cjk.woff', { as: 'font', type: 'font/woff', crossOrigin: 'anonymous' });
  return (
    <html lang={locale} data-scroll-behavior="smooth" data-theme={theme ?? undefined}>
      <body>{children}</body>
    </html>
  );
}
