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
  readonly ris: string;
  readonly gbt7714: string;
}

const NAME = '提法 Tifa';

/** Braces, percent signs and the like mean something to BibTeX. */
function tex(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (c) => (c === '\\' ? '\\textbackslash{}' : `\\${c}`));
}

/** A line of RIS ends the field. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ');

function bibtex({ title, url, version, published, accessed }: Cited): string {
  return [
    `@misc{tifa-${version}-${published},`,
    `  title = {${tex(title)}},`,
    `  author = {{${NAME}}},`,
    `  howpublished = {Tifa, data version ${version}},`,
    `  year = {${published.slice(0, 4)}},`,
    `  date = {${published}},`,
    `  note = {Data version ${version}, accessed ${accessed}},`,
    `  url = {${url}},`,
    `  urldate = {${accessed}}`,
    '}',
  ].join('\n');
}

function ris({ title, url, version, published, accessed }: Cited): string {
  const fields = [
    ['TY', 'DATA'],
    ['TI', oneLine(title)],
    ['AU', NAME],
    ['PB', 'Tifa'],
    ['ET', `data version ${version}`],
    ['PY', published.slice(0, 4)],
    ['DA', published.replaceAll('-', '/')],
    ['UR', url],
    ['Y2', accessed.replaceAll('-', '/')],
    ['N1', `Data version ${version}, accessed ${accessed}`],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** A view as it is cited: in plain words, as BibTeX, as RIS and after GB/T 7714–2015 (a database, online). */
export function citation(cited: Cited): Citation {
  const { title, url, version, published, accessed } = cited;
  return {
    plain: `${NAME}, “${title}”, data version ${version} (${published}), ${url}, accessed ${accessed}.`,
    bibtex: bibtex(cited),
    ris: ris(cited),
    gbt7714: `${NAME}. ${oneLine(title)}：数据第 ${version} 版[DB/OL]. (${published})[${accessed}]. ${url}.`,
  };
}
