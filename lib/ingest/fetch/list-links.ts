import { parseHTML } from 'linkedom/worker';
import { isoDay } from '../read/csv';
import { valueAt } from '../read/json-path';
import type { Link } from './links';

const DATE = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/;

/** The first day that a text names, in ISO form. */
export function dateIn(text: string | null | undefined): string | null {
  const found = DATE.exec(text ?? '')?.[0];
  return found ? isoDay(found) : null;
}

const TITLE =
  /[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff]/u;
const PAGE_NAME = /(\.s?html?|\.jsp|\.aspx|\/)$|\d{4,}/;

const FEWEST_DATED = 2;

/** Whether a link without a selector looks like one to a page: a title for a text, a file or a number for a name. */
function looksLikePage(anchor: Element, url: URL, list: URL): boolean {
  return (
    url.hostname === list.hostname &&
    url.href !== list.href &&
    TITLE.test(anchor.textContent ?? '') &&
    PAGE_NAME.test(url.pathname + url.search)
  );
}

/** The pages that a list page names, each once, with title and date where they stand beside the link. */
function linksOf(document: Document, base: string, chosen: string | null): Link[] {
  const list = new URL(base);
  const found = new Map<string, Link>();
  for (const anchor of document.querySelectorAll(chosen ?? 'a[href]')) {
    const href = anchor.getAttribute('href') ?? '';
    if (!href || /^(javascript|mailto|#)/i.test(href) || !URL.canParse(href, base)) continue;
    const url = new URL(href, base);
    url.hash = '';
    if (!chosen && !looksLikePage(anchor, url, list)) continue;
    if (found.has(url.href)) continue;
    const title = (anchor.getAttribute('title') ?? anchor.textContent ?? '').replace(/\s+/g, ' ').trim();
    const row = anchor.closest('li, tr, dd, div');
    found.set(url.href, { url: url.href, title: title || null, published: dateIn(row?.textContent) });
  }
  const links = [...found.values()];
  const dated = links.filter((link) => link.published !== null);
  // Rows of a list have their days beside them; entries of a menu have none.
  return chosen || dated.length < FEWEST_DATED ? links : dated;
}

/** JPAGE (by Hanweb) keeps the rows of a list in a script, as XML, and answers with the same for further pages. */
const RECORD = /<record>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/record>/g;

/** The pages that a list names in its elements, or in records that a script would show. */
export function linksOfList(page: ListPage, chosen: string | null): Link[] {
  const records = [...page.html.matchAll(RECORD)].map((m) => m[1]).join('\n');
  if (!records) return linksOf(page.document, page.url, chosen);
  const { document } = parseHTML(`<html><body>${records}</body></html>`);
  return linksOf(document, page.url, 'a[href]');
}

export interface ListPage {
  readonly html: string;
  readonly document: Document;
  /** After redirects. */
  readonly url: string;
}

/** Where the answer of a program names pages: paths such as `data.list`, and of each of these the fields. */
export interface JsonList {
  readonly records: string;
  readonly url: string;
  readonly title?: string | null | undefined;
  readonly date?: string | null | undefined;
}

/** The pages that an answer in JSON names; null where it is none or has no such records. */
export function linksOfJson(text: string, base: string, list: JsonList): Link[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const records = list.records === '.' ? value : valueAt(value, list.records);
  if (!Array.isArray(records)) return null;
  const field = (record: unknown, path: string | null | undefined) => {
    const found = path ? valueAt(record, path) : undefined;
    return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
  };
  return records.flatMap((record) => {
    const address = field(record, list.url);
    if (!address || !URL.canParse(address, base)) return [];
    const published = dateIn(field(record, list.date));
    return [{ url: new URL(address, base).href, title: field(record, list.title), published }];
  });
}
