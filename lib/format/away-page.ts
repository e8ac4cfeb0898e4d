import type { Locale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translator';

const STYLE =
  'body{margin:0 auto;max-width:38rem;padding:4rem 1.25rem;background:#fbf9f4;color:#1e1b17;font:1rem/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}' +
  'h1{font-weight:500;font-size:1.6rem}code{font-size:.9em}a{color:inherit}' +
  '@media(prefers-color-scheme:dark){body{background:#181513;color:#ede7dc}}';

/** A whole page, without scripts and without data: the database is away. What happened, what is safe, what to do. */
export function awayPage(locale: Locale, address: string): string {
  const t = translator(locale);
  const href = address.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<!DOCTYPE html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('away.title')} — Tifa</title><style>${STYLE}</style></head>
<body><main id="main"><h1>${t('away.title')}</h1><p>${t('away.safe')}</p><p>${t('away.todo')} <code>npm run db -- start</code></p>
<p><a href="${href}">${t('away.again')}</a></p></main></body></html>`;
}
