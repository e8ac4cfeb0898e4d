import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

export interface Page {
  readonly title: string | null;
  readonly text: string;
  /** The day of publication as the page's own metadata say it, ISO; null where they do not. */
  readonly published: string | null;
  readonly site: string | null;
  readonly url: string | null;
}

const BLOCK = /^(P|DIV|LI|TR|BR|H[1-6]|SECTION|ARTICLE|BLOCKQUOTE|UL|OL|TABLE|DD|DT|PRE)$/;
const UNSEEN = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|NAV|FOOTER|FORM|BUTTON|SELECT)$/;

/** The text of a node with a line for each block: what textContent would run together. */
export function blockText(root: Node): string {
  let out = '';
  const walk = (node: Node) => {
    if (node.nodeType === 3) out += node.textContent?.replace(/\s+/g, ' ') ?? '';
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (UNSEEN.test(name)) return;
    if (BLOCK.test(name)) out += '\n';
    for (const child of node.childNodes) walk(child);
    if (BLOCK.test(name)) out += '\n';
  };
  for (const child of root.childNodes) walk(child);
  return out
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
    .join('\n');
}

const DATE_NAMES = [
  'article:published_time',
  'PubDate',
  'publishdate',
  'pubdate',
  'publish_date',
  'DC.date.issued',
];

function metaOf(document: Document, names: readonly string[]): string | null {
  for (const name of names) {
    for (const attribute of ['name', 'property', 'itemprop']) {
      const content = document
        .querySelector(`meta[${attribute}="${name}" i]`)
        ?.getAttribute('content')
        ?.trim();
      if (content) return content;
    }
  }
  return null;
}

function dayOf(text: string | null): string | null {
  const m = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text ?? '');
  return m ? `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}` : null;
}

/** The charset that a page declares in its first kilobytes; null where it does not. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}

/**
 * The main text of a page, by Readability (the extractor of Firefox's reading view), and what the page says of
 * itself. Where no main text can be told apart, all text of the body.
 */
export function readPage(html: string): Page {
  const { document } = parseHTML(html);
  const published = dayOf(metaOf(document, DATE_NAMES));
  const site = metaOf(document, ['og:site_name', 'SiteName']);
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaOf(document, ['og:url']);
  const ownTitle =
    metaOf(document, ['ArticleTitle', 'og:title']) ??
    document.querySelector('title')?.textContent?.trim() ??
    null;
  const everything = document.body ? blockText(document.body) : '';
  const article = new Readability(document, { charThreshold: 100 }).parse();
  const main = article?.content
    ? blockText(parseHTML(`<main>${article.content}</main>`).document.documentElement)
    : '';
  return {
    title: article?.title?.trim() || ownTitle,
    text: main.length >= 0.2 * everything.length ? main : everything,
    published,
    site,
    url: canonical && /^https?:/.test(canonical) ? canonical : null,
  };
}
