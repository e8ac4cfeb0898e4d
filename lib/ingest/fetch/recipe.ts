import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom/worker';
import { parse } from 'yaml';
import { z } from 'zod';
import { decode } from '@/lib/text/decode';
import { blockText, declaredCharset, readPage } from '../read/html';
import { unreadable } from '../read/list-inputs';
import type { ReadItem } from '../read/raw-document';
import type { Link } from './links';
import { dateIn, type ListPage, linksOfJson, linksOfList } from './list-links';
import { FetchError, type PoliteFetcher, readBody } from './polite-fetcher';
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
        pages: z
          .strictObject({
            url: z.string().includes('{n}'),
            from: z.int(),
            to: z.int(),
            /** Counted in steps; `{last}` in the address is the number before the next `{n}`. */
            step: z.int().positive().nullish(),
          })
          .nullish(),
        /** The link to the next page of the list. */
        next: selector.nullish(),
        /** The links to the pages; found by themselves unless told. */
        links: selector.nullish(),
        /** The list is an answer in JSON: where its records are, and what of them is the address, title and date. */
        json: z
          .strictObject({
            records: selector,
            url: selector,
            title: selector.nullish(),
            date: selector.nullish(),
          })
          .nullish(),
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
type List = Recipe['lists'][number];

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

function parsePage(bytes: Buffer, charset: string | null): { html: string; document: Document } {
  const html = decode(bytes, charset ?? declaredCharset(bytes)).text;
  return { html, document: parseHTML(html).document };
}

async function fetchHtml(fetcher: PoliteFetcher, url: string): Promise<ListPage | null> {
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
  { html, document, url }: ListPage,
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
function* listPages(list: List): Generator<string> {
  yield list.url;
  if (!list.pages) return;
  const { url, from, to } = list.pages;
  const step = list.pages.step ?? 1;
  for (let n = from; n <= to; n += step)
    yield url.replaceAll('{n}', String(n)).replaceAll('{last}', String(n + step - 1));
}

function emptyList(at: string, list: List): ReadItem {
  const { links, json } = list;
  const detail = json
    ? `it is no JSON with a list of records at ${json.records}`
    : links
      ? `the selector ${links} names no link on it`
      : 'no links to pages were found on it; where a script builds the list, see docs/collecting.md';
  return { problem: { input: at, line: null, code: 'empty-list', detail } };
}

/** The pages that one page of a list names, and the address of the next one where it says so; null where it has not changed. */
async function readListPage(
  fetcher: PoliteFetcher,
  at: string,
  list: List,
): Promise<{ links: Link[]; next: string | null } | null> {
  // Its pages may not all have been read last time, so that a list is asked for anew.
  const page = await fetchHtml(fetcher, at).finally(() => fetcher.forget(at));
  if (!page) return null;
  if (list.json) return { links: linksOfJson(page.html, page.url, list.json) ?? [], next: null };
  const next = list.next ? page.document.querySelector(list.next)?.getAttribute('href') : null;
  return {
    links: linksOfList(page, list.links ?? null),
    next: next && URL.canParse(next, page.url) ? new URL(next, page.url).href : null,
  };
}

/** So many pages of a list that cannot be had, one after the other, and the site is taken to be down. */
const GIVE_UP = 3;

/** The server says that there is no such page, which is how a counted list ends; silence is something else. */
function isMissing(error: unknown): boolean {
  return error instanceof FetchError && error.code === 'refused';
}

async function* readList(
  fetcher: PoliteFetcher,
  list: List,
): AsyncGenerator<{ link: Link } | { item: ReadItem }> {
  const queue = [...listPages(list)];
  const visited = new Set<string>();
  const named = new Set<string>();
  let failures = 0;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (visited.has(at)) continue;
    visited.add(at);
    try {
      const page = await readListPage(fetcher, at, list);
      if (!page) continue;
      if (page.links.length === 0 && at === list.url) yield { item: emptyList(at, list) };
      const fresh = page.links.filter((link) => !named.has(link.url));
      for (const link of fresh) yield { link };
      for (const link of fresh) named.add(link.url);
      if (page.next) queue.push(page.next);
      // A counted list ends where its pages do; some sites then show the last one again.
      if (fresh.length === 0 && at !== list.url && list.pages) return;
      failures = 0;
    } catch (error) {
      if (at !== list.url && list.pages && isMissing(error)) return;
      yield { item: { problem: webProblem(at, error) } };
      if (++failures === GIVE_UP) return;
    }
  }
}

/** The pages that the lists of a recipe name, each once. */
async function* readLists(
  fetcher: PoliteFetcher,
  recipe: Recipe,
): AsyncGenerator<{ link: Link } | { item: ReadItem }> {
  const seen = new Set<string>();
  for (const list of recipe.lists) {
    for await (const found of readList(fetcher, list)) {
      if ('link' in found && seen.has(found.link.url)) continue;
      if ('link' in found) seen.add(found.link.url);
      yield found;
    }
  }
}

/** The documents of a site, as its recipe says. Pages that have not changed since last time are left out. */
export async function* readRecipe(fetcher: PoliteFetcher, recipe: Recipe): AsyncGenerator<ReadItem> {
  let left = recipe.limit ?? Number.POSITIVE_INFINITY;
  for await (const found of readLists(fetcher, recipe)) {
    if ('item' in found) {
      yield found.item;
      continue;
    }
    const { link } = found;
    if (left-- <= 0) return;
    try {
      const page = await fetchHtml(fetcher, link.url);
      if (!page) continue;
      const made = pageOf(page, link, recipe);
      if (typeof made === 'string') {
        // A recipe that is set right reads it.
        fetcher.forget(link.url);
        yield { problem: { input: link.url, line: null, code: 'no-text', detail: made } };
      } else
        yield {
          document: { input: link.url, line: null, format: 'json', bytes: Buffer.from(JSON.stringify(made)) },
        };
    } catch (error) {
      fetcher.forget(link.url);
      yield { problem: webProblem(link.url, error) };
    }
  }
}
