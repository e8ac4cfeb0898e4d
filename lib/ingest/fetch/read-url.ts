import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Problem, ReadItem } from '../read/raw-document';
import { type ReadOptions, readStream } from '../read/read-file';
import { UnpackError } from '../read/unpack';
import { type Link, readListing } from './links';
import { FetchError, type PoliteFetcher, readBody } from './polite-fetcher';
import type { Answer } from './request';

/** Sitemaps name sitemaps; so deep and no deeper. */
const DEEPEST = 3;

/** A failure on the web as a problem of that address; other errors are thrown on. */
export function webProblem(input: string, error: unknown): Problem {
  const known = error instanceof FetchError || error instanceof UnpackError;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!known && !/^(E[A-Z]+|HPE_\w+|Z_\w+|ERR_\w+)$/.test(code) && !/aborted|premature/i.test(message))
    throw error;
  return { input, line: null, code: known ? error.code : 'unreachable', detail: message };
}

function charsetOf(answer: Answer): string | null {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(answer.headers['content-type'] ?? '')?.[1] ?? null;
}

/** Files of data by their names; what else a server gives is a page. */
const DATA = /\.(jsonl|ndjson|json|csv|tsv|warc|wet)(\.(gz|zst))?$|\.(gz|zst)$/i;

interface Page {
  readonly bytes: Buffer;
  readonly answer: Answer;
}

async function fetchPage(fetcher: PoliteFetcher, url: string): Promise<Page | null> {
  const answer = await fetcher.fetch(url);
  return answer && { answer, bytes: await readBody(answer, fetcher.maxBytes) };
}

function pageDocument(url: string, { bytes, answer }: Page, link: Link | null): ReadItem {
  const type = answer.headers['content-type'] ?? '';
  if (!/html|text\/plain|^$/i.test(type)) {
    const detail = `it is ${type.split(';')[0]}, which is not read`;
    return { problem: { input: url, line: null, code: 'not-a-page', detail } };
  }
  return {
    document: {
      input: url,
      line: null,
      format: /text\/plain/i.test(type) ? 'text' : 'html',
      bytes,
      url: answer.url,
      charset: charsetOf(answer),
      title: link?.title ?? null,
      published: link?.published ?? null,
    },
  };
}

/** The pages that links name, one after the other. A page that cannot be had is a problem, and the others are read. */
export async function* readLinks(fetcher: PoliteFetcher, links: Iterable<Link>): AsyncGenerator<ReadItem> {
  for (const link of links) {
    try {
      const page = await fetchPage(fetcher, link.url);
      if (page) yield pageDocument(link.url, page, link);
    } catch (error) {
      fetcher.forget(link.url);
      yield { problem: webProblem(link.url, error) };
    }
  }
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* readDataFile(
  fetcher: PoliteFetcher,
  url: string,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  const answer = await fetcher.fetch(url);
  if (answer) yield* readStream(basename(new URL(url).pathname), answer.body, options);
}

/**
 * What stands at an address: the documents of a file of data, the pages that a sitemap or a feed names, or a page.
 * Pages that have not changed since last time are left out.
 */
export async function* readUrl(
  fetcher: PoliteFetcher,
  url: string,
  options: ReadOptions = {},
  depth = 0,
): AsyncGenerator<ReadItem> {
  try {
    if (DATA.test(new URL(url).pathname) && !/sitemap/i.test(url)) {
      yield* readDataFile(fetcher, url, options);
      return;
    }
    const page = await fetchPage(fetcher, url);
    if (!page) return;
    const bytes = isGzip(page.bytes)
      ? gunzipSync(page.bytes, { maxOutputLength: fetcher.maxBytes })
      : page.bytes;
    const isXml =
      /[/+]xml/i.test(page.answer.headers['content-type'] ?? '') ||
      /^\s*<\?xml/.test(bytes.toString('latin1', 0, 200));
    const listing = isXml ? readListing(bytes.toString(), page.answer.url) : null;
    if (!listing) {
      yield pageDocument(url, page, null);
      return;
    }
    // A list is asked for anew each time: its pages may not all have been read.
    fetcher.forget(url);
    yield* readLinks(fetcher, listing.links);
    if (depth < DEEPEST)
      for (const sitemap of listing.sitemaps) yield* readUrl(fetcher, sitemap, options, depth + 1);
  } catch (error) {
    fetcher.forget(url);
    yield { problem: webProblem(url, error) };
  }
}
