import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import { z } from 'zod';
import { decode } from '@/lib/text/decode';
import { isoDay } from '../read/csv';
import { blockText, declaredCharset, readPage } from '../read/html';
import { unreadable } from '../read/list-inputs';
import type { ReadItem } from '../read/raw-document';
import type { Link } from './links';
import { type PoliteFetcher, readBody } from './polite-fetcher';
import { webProblem } from './read-url';
import { WrongInput } from './wrong-input';

const selector = z.string().min(1);

const recipeSchema = z.strictObject({
  name: z.string(),
  /** Name of the source. */
  source: z.string(),
  /** Code or name of the place, where all pages are of one. */
  place: z.string().nullish(),
  lists: z
    .array(
      z.strictObject({
        url: z.url(),
        /** Further pages of the list, `{n}` counted from `from` to `to`; reading ends at the first that is not there. */
        pages: z.strictObject({ url: z.string().includes('{n}'), from: z.int(), to: z.int() }).nullish(),
        /** The link to the next page of the list. */
        next: selector.nullish(),
        /** The links to the pages; found by themselves unless told. */
        links: selector.nullish(),
      }),
    )
    .min(1),
  page: z
    .strictObject({
      title: selector.nullish(),
      date: selector.nullish(),
      text: selector.nullish(),
      remove: z.array(selector).nullish(),
    })
    .nullish(),
  /** So many pages at most, the newest first as the lists name them. */
  limit: z.int().positive().nullish(),
});

/** How a site is read: where its lists are and what stands where on its pages. */
export type Recipe = z.infer<typeof recipeSchema>;

/** @throws with the file and the place of the mistake */
export function loadRecipe(file: string): Recipe {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new WrongInput(`recipe ${file}: ${unreadable(file, error).detail}`);
  }
  const read = recipeSchema.safeParse(value);
  if (!read.success)
    throw new WrongInput(
      `recipe ${file}: ${z.prettifyError(read.error)} (docs/collecting.md names the fields)`,
    );
  return read.data;
}

const DATE = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/;

function dateIn(text: string | null | undefined): string | null {
  const found = DATE.exec(text ?? '')?.[0];
  return found ? isoDay(found) : null;
}

function parsePage(bytes: Buffer, charset: string | null): { html: string; document: Document } {
  const html = decode(bytes, charset ?? declaredCharset(bytes)).text;
  return { html, document: parseHTML(html).document };
}

const TITLE =
  /[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff]/u;
const PAGE_NAME = /(\.s?html?|\.jsp|\.aspx|\/)$|\d{4,}/;

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
export function linksOf(document: Document, base: string, chosen: string | null): Link[] {
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
  return [...found.values()];
}

async function fetchHtml(
  fetcher: PoliteFetcher,
  url: string,
): Promise<{ html: string; document: Document; url: string } | null> {
  const answer = await fetcher.fetch(url);
  if (!answer) return null;
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(answer.headers['content-type'] ?? '')?.[1] ?? null;
  return { ...parsePage(await readBody(answer, fetcher.maxBytes), charset), url: answer.url };
}

function textOf(document: Document, chosen: string | null | undefined): string | null {
  const element = chosen ? document.querySelector(chosen) : null;
  return element ? blockText(element) : null;
}

/** A page as a document: what the recipe's selectors name, else what is found by itself. */
export function pageOf(
  { html, document, url }: { html: string; document: Document; url: string },
  link: Link,
  recipe: Recipe,
): Record<string, string> | string {
  const chosen = recipe.page;
  for (const unwanted of chosen?.remove ?? [])
    for (const element of document.querySelectorAll(unwanted)) element.remove();
  if (chosen?.text && !document.querySelector(chosen.text))
    return `nothing on the page is named by the selector ${chosen.text}`;
  const title = textOf(document, chosen?.title)?.replace(/\s+/g, ' ');
  const published = dateIn(textOf(document, chosen?.date));
  const own = chosen?.text && title && published ? null : readPage(html);
  const text = textOf(document, chosen?.text) ?? own?.text ?? '';
  const fields = {
    source: recipe.source,
    place: recipe.place,
    url,
    title: title ?? link.title ?? own?.title,
    published: published ?? own?.published ?? link.published,
  };
  const filled = Object.entries(fields).flatMap(([k, v]) => (v ? [[k, v] as const] : []));
  return { text, ...Object.fromEntries(filled) };
}

/** Addresses of the pages of a list, as far as they can be counted. */
function* listPages(list: Recipe['lists'][number]): Generator<string> {
  yield list.url;
  if (!list.pages) return;
  const { url, from, to } = list.pages;
  for (let n = from; n <= to; n++) yield url.replaceAll('{n}', String(n));
}

async function* readLists(
  fetcher: PoliteFetcher,
  recipe: Recipe,
): AsyncGenerator<Link | { problem: ReadItem }> {
  const seen = new Set<string>();
  for (const list of recipe.lists) {
    const queue = [...listPages(list)];
    const visited = new Set<string>();
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (visited.has(at)) continue;
      visited.add(at);
      try {
        const page = await fetchHtml(fetcher, at);
        // Its pages may not all have been read last time, so that a list is asked for anew.
        fetcher.validators.delete(at);
        if (!page) continue;
        const links = linksOf(page.document, page.url, list.links ?? null);
        if (links.length === 0 && at === list.url) {
          const detail = list.links
            ? `the selector ${list.links} names no link on it`
            : 'no links to pages were found on it';
          yield { problem: { problem: { input: at, line: null, code: 'empty-list', detail } } };
        }
        for (const link of links) if (!seen.has(link.url)) yield link;
        for (const link of links) seen.add(link.url);
        const next = list.next ? page.document.querySelector(list.next)?.getAttribute('href') : null;
        if (next && URL.canParse(next, page.url)) queue.push(new URL(next, page.url).href);
      } catch (error) {
        // A counted list ends where its pages do.
        if (at !== list.url && list.pages) break;
        yield { problem: { problem: webProblem(at, error) } };
      }
    }
  }
}

/** The documents of a site, as its recipe says. Pages that have not changed since last time are left out. */
export async function* readRecipe(fetcher: PoliteFetcher, recipe: Recipe): AsyncGenerator<ReadItem> {
  let left = recipe.limit ?? Number.POSITIVE_INFINITY;
  for await (const link of readLists(fetcher, recipe)) {
    if ('problem' in link) {
      yield link.problem;
      continue;
    }
    if (left-- <= 0) return;
    try {
      const page = await fetchHtml(fetcher, link.url);
      if (!page) continue;
      const made = pageOf(page, link, recipe);
      if (typeof made === 'string')
        yield { problem: { input: link.url, line: null, code: 'no-text', detail: made } };
      else
        yield {
          document: { input: link.url, line: null, format: 'json', bytes: Buffer.from(JSON.stringify(made)) },
        };
    } catch (error) {
      yield { problem: webProblem(link.url, error) };
    }
  }
}
