/** What a page says of itself in JSON-LD, as schema.org names it. */
export interface PageFacts {
  readonly headline: string | null;
  /** As it is written. */
  readonly datePublished: string | null;
  readonly publisher: string | null;
}

const NOTHING: PageFacts = { headline: null, datePublished: null, publisher: null };
const ARTICLE = /(?:Article|Posting|Report|WebPage)$/;

type Thing = Readonly<Record<string, unknown>>;

function things(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(things);
  if (typeof value !== 'object' || value === null) return [];
  const thing = value as Thing;
  return [thing, ...things(thing['@graph'])];
}

function parsed(text: string): Thing[] {
  try {
    return things(JSON.parse(text));
  } catch {
    return []; // a script that is no JSON says nothing
  }
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** The facts of the article of a page; nothing where it names none. */
export function readJsonLd(document: Document): PageFacts {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const found = scripts.flatMap((script) => parsed(script.textContent ?? ''));
  const article = found.find((t) => [t['@type']].flat().some((type) => ARTICLE.test(String(type))));
  if (!article) return NOTHING;
  return {
    headline: text(article.headline) ?? text(article.name),
    datePublished: text(article.datePublished),
    publisher: text(things(article.publisher)[0]?.name),
  };
}
