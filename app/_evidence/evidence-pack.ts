import type { PackName } from '@/lib/api/packs';
import { wholeTable } from '@/lib/api/whole-table';
import { type ZipEntry, zip } from '@/lib/api/zip';
import { citation } from '@/lib/format/citation';
import { periodText } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { citedPage, dayInBeijing } from '../_figures/cited-page';
import type { Own } from '../_figures/figure';
import { figurePicture } from '../_figures/figure-picture';
import { paint } from '../_figures/paint';
import { FIGURES } from '../_figures/registry';
import { currentData } from '../_frame/frame-data';
import { evidenceLists } from './evidence-csv';
import { TABLE_OF } from './evidence-lines';
import type { Opened } from './evidence-view';
import { methodsText, type PackedTable } from './methods-text';
import { partFacts } from './part-facts';
import { EVIDENCE_VIEWS } from './registry';

interface Packed {
  readonly table: PackedTable | null;
  readonly files: readonly ZipEntry[];
}

/** A chart of the view: its rows, and its pictures where there is something to draw. */
async function packFigure(
  view: View,
  name: string,
  own: Own,
  number: number,
  version: number,
): Promise<Packed> {
  const figure = FIGURES[name];
  if (!figure) throw new Error(`there is no figure ${name}`);
  const [found, drawing] = [await wholeTable(figure.csv(view, own), version), await figure.draw(view, own)];
  if (!found || !drawing) return { table: null, files: [] };
  const base = `figures/${number}-${name}`;
  const svg = await figurePicture(view, drawing);
  const file = `${base}.csv`;
  return {
    table: { ...found, file, sentence: drawing.sentence },
    files: [
      { name: file, content: found.csv },
      { name: `${base}.svg`, content: svg },
      { name: `${base}.png`, content: await paint(svg) },
    ],
  };
}

async function packTable(address: string, version: number): Promise<Packed> {
  const found = await wholeTable(address, version);
  if (!found) return { table: null, files: [] };
  const file = `tables/${found.question.name}.csv`;
  return { table: { ...found, file, sentence: null }, files: [{ name: file, content: found.csv }] };
}

/** One after the other: painting five pictures takes seconds of a processor. */
async function packAll(view: View, { figures, tables }: Opened, version: number): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const [i, [name, own]] of figures.entries())
    packed.push(await packFigure(view, name, own, i + 1, version));
  for (const address of tables) packed.push(await packTable(address, version));
  return packed;
}

/**
 * Everything that stands behind a view, as one archive: the rows of each chart and its pictures, the tables of the page,
 * the list of what was counted with paragraphs, addresses, days of fetching and hashes, a paragraph on the method with
 * the numbers filled in, and citations. Null where what the address names does not exist.
 * @param origin scheme and host of the site
 */
export async function evidencePack(
  view: View,
  name: PackName,
  own: Own,
  origin: string,
): Promise<Buffer | null> {
  const opened = await EVIDENCE_VIEWS[name].open(view, own);
  if (!opened) return null;
  const state = await currentData();
  const { version } = state;
  const published = dayInBeijing(state.publishedAt ?? new Date(0));
  const kind = view.t(`evidenceName.${name}`);
  const title = `${opened.subject ? `${opened.subject}: ` : ''}${kind} (${periodText(view)})`;
  const packed = await packAll(view, opened, version);
  const lists = await evidenceLists(opened.parts, version);
  const parts = await Promise.all(
    opened.parts.map(async (part, i) => ({
      part,
      facts: await partFacts(part),
      lines: lists.find((l) => l.table === TABLE_OF[part.kind])?.lines.get(i + 1) ?? 0,
    })),
  );
  const tables = packed.flatMap((p) => p.table ?? []);
  const cited = citation({
    title,
    url: `${origin}${citedPage(opened.page, version)}`,
    version,
    published,
    accessed: dayInBeijing(new Date()),
  });
  return zip([
    { name: 'methods.txt', content: methodsText({ title, parts, tables, state, published }) },
    { name: 'citation.bib', content: `${cited.bibtex}\n` },
    { name: 'citation.ris', content: cited.ris },
    { name: 'citation.txt', content: `${cited.gbt7714}\n${cited.plain}\n` },
    ...lists.map(({ table, csv }) => ({ name: `${table}.csv`, content: csv })),
    ...packed.flatMap((p) => p.files),
  ]);
}
