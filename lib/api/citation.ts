/** What a citation of a view needs. */
export interface Cited {
  /** 六稳: frequency by month … */
  readonly title: string;
  readonly url: string;
  readonly dataVersion: number;
  /** ISO days: of the data, and of the visit. */
  readonly published: string;
  readonly accessed: string;
}

const bib = (text: string) =>
  text.replace(/[\\{}$&#%_^~]/g, (c) => (c === '\\' ? '\\textbackslash{}' : `\\${c}`));
const line = (text: string) => text.replace(/[\r\n]+/g, ' ');

export function bibtex({ title, url, dataVersion, published, accessed }: Cited): string {
  return `@misc{tifa-v${dataVersion},
  title = {${bib(line(title))}},
  howpublished = {Tifa, data version ${dataVersion}},
  year = {${published.slice(0, 4)}},
  date = {${published}},
  url = {${url}},
  urldate = {${accessed}}
}
`;
}

export function ris({ title, url, dataVersion, published, accessed }: Cited): string {
  const fields = [
    ['TY', 'DATA'],
    ['TI', line(title)],
    ['PB', 'Tifa'],
    ['ET', `data version ${dataVersion}`],
    ['PY', published.slice(0, 4)],
    ['DA', published.replaceAll('-', '/')],
    ['UR', url],
    ['Y2', accessed.replaceAll('-', '/')],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** GB/T 7714—2015, an electronic database: [DB/OL]. */
export function gbt7714({ title, url, dataVersion, published, accessed }: Cited): string {
  return `提法 Tifa. ${line(title)}：数据版本${dataVersion}[DB/OL]. (${published})[${accessed}]. ${url}.\n`;
}
