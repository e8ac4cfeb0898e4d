import { XMLParser } from 'fast-xml-parser';
import { isoDay } from '../read/csv';

/** A page that a sitemap, a feed or a list names, with what it says of it. */
export interface Link {
  readonly url: string;
  readonly title: string | null;
  /** ISO day. */
  readonly published: string | null;
}

export interface Listing {
  /** Pages. */
  readonly links: readonly Link[];
  /** Further sitemaps. */
  readonly sitemaps: readonly string[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
  isArray: (name) => ['url', 'sitemap', 'item', 'entry', 'link'].includes(name),
});

type Node = Readonly<Record<string, unknown>>;

function nodes(value: unknown): Node[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((v): v is Node => typeof v === 'object' && v !== null);
}

/** The text of an element, also where it has attributes. */
function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() || null;
  if (typeof first !== 'object' || first === null) return null;
  return textOf((first as Node)['#text']);
}

/** The day of an ISO or RFC 822 date in China; null where there is none. */
function dayOf(value: unknown): string | null {
  const text = textOf(value);
  if (!text) return null;
  const iso = isoDay(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso) && !/T.*(Z|[+-]\d\d)/.test(text)) return iso;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}

function absolute(address: string | null, base: string): string | null {
  return address && URL.canParse(address, base) ? new URL(address, base).href : null;
}

function atomLink(entry: Node): string | null {
  const links = nodes(entry.link);
  const chosen = links.find((l) => (l['@rel'] ?? 'alternate') === 'alternate') ?? links[0];
  return typeof chosen?.['@href'] === 'string' ? chosen['@href'] : null;
}

/** What a sitemap, a sitemap index, an RSS or an Atom feed names; null for other XML and what is none. */
export function readListing(xml: string, base: string): Listing | null {
  let root: Node;
  try {
    root = parser.parse(xml) as Node;
  } catch {
    return null;
  }
  const make = (address: string | null, title: unknown, day: unknown): Link[] => {
    const url = absolute(address, base);
    return url ? [{ url, title: textOf(title), published: dayOf(day) }] : [];
  };
  const [urlset] = nodes(root.urlset);
  // When a page of a sitemap last changed is not when it was published.
  if (urlset)
    return { links: nodes(urlset.url).flatMap((u) => make(textOf(u.loc), null, null)), sitemaps: [] };
  const [index] = nodes(root.sitemapindex);
  if (index) {
    const sitemaps = nodes(index.sitemap).flatMap((s) => absolute(textOf(s.loc), base) ?? []);
    return { links: [], sitemaps };
  }
  const [rss] = nodes(root.rss ?? root.RDF);
  if (rss) {
    const channels = [rss, ...nodes(rss.channel)];
    const links = channels
      .flatMap((c) => nodes(c.item))
      .flatMap((i) => make(textOf(i.link), i.title, i.pubDate ?? i.date));
    return { links, sitemaps: [] };
  }
  const [feed] = nodes(root.feed);
  if (!feed) return null;
  const links = nodes(feed.entry).flatMap((e) => make(atomLink(e), e.title, e.published ?? e.updated));
  return { links, sitemaps: [] };
}
