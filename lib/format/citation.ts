/** What a reader cites: a view of the data, as it was in one version. */
export interface Cited {
  readonly title: string;
  /** Address with all filters in it. */
  readonly url: string;
  readonly version: number;
  /** Day on which that version was published, and day on which it was looked at. */
  readonly published: string;
  readonly accessed: string;
}

export interface Citation {
  readonly plain: string;
  readonly bibtex: string;
  readonly gbt7714: string;
}

const NAME = '提法 Tifa';

/** Braces, percent signs and the like mean something to BibTeX. */
function tex(text: string): string {
  return text.replace(/[\\{}%#&_$]/g, (c) => `\\${c}`);
}

/** A view as it is cited: in plain words, as BibTeX and after GB/T 7714–2015 (a database, online). */
export function citation({ title, url, version, published, accessed }: Cited): Citation {
  const key = `tifa-${version}-${published}`;
  return {
    plain: `${NAME}, “${title}”, data version ${version} (${published}), ${url}, accessed ${accessed}.`,
    bibtex: [
      `@misc{${key},`,
      `  title = {${tex(title)}},`,
      `  author = {{${NAME}}},`,
      `  year = {${published.slice(0, 4)}},`,
      `  note = {Data version ${version}, accessed ${accessed}},`,
      `  url = {${url}}`,
      '}',
    ].join('\n'),
    gbt7714: `${NAME}. ${title}：数据第 ${version} 版[DB/OL]. (${published})[${accessed}]. ${url}.`,
  };
}
