import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { readJsonLd } from './json-ld';

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

/** The day in China where a time of day and a zone are named, else the day as it is written. */
function dayOf(text: string | null): string | null {
  const time = /T\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
  const m = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text ?? '');
  return m ? `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}` : null;
}

/** Pages nest some tens of elements; much deeper ones are broken, and take a parser minutes. */
const DEEPEST = 250;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*?(\/?)>/gi;
const VOID =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option)$/i;

/** How deep the elements of a page nest, at most; elements that close themselves do not count. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, closing, name = '', alone] of html.matchAll(TAG)) {
    if (VOID.test(name) || alone) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The text of a page without parsing it: for pages that no parser should be given. */
function bareText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^<>]*>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
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
  if (depthOf(html) > DEEPEST)
    return { title: null, text: bareText(html), published: null, site: null, url: null };
  const { document } = parseHTML(html);
  const facts = readJsonLd(document);
  const published = dayOf(metaOf(document, DATE_NAMES) ?? facts.datePublished);
  const site = metaOf(document, ['og:site_name', 'SiteName']) ?? facts.publisher;
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaOf(document, ['og:url']);
  const ownTitle =
    metaOf(document, ['ArticleTitle', 'og:title']) ??
    facts.headline ??
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
