import { generateDemo } from '@/lib/demo/generate-demo';
import { damage, naiveTraditional, OFTEN_ANNOTATED } from '@/lib/text/damage';
import { restore } from '@/lib/text/restore';
import type { TextTables } from '@/lib/text/tables';

const PAGES = 160;
/** Pages that only warm the program up. */
const WARM_UP = 40;
const LINES = 20;

interface Page {
  readonly text: string;
  /** Places where bytes shifted. */
  readonly places: number;
}

/** Milliseconds of processor time that restoring takes for each damaged place; pages as mirror sites make them of our demonstration texts. */
export function damagedMsPerPlace(tables: TextTables): number {
  const pages = makePages(tables);
  for (const { text } of pages.slice(0, WARM_UP)) restore(text, tables);
  const measured = pages.slice(WARM_UP);
  const start = process.cpuUsage();
  for (const { text } of measured) restore(text, tables);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / measured.reduce((sum, { places }) => sum + places, 0);
}

function makePages(tables: TextTables): Page[] {
  const readings = tables.readings();
  const annotated = new Map(
    [...OFTEN_ANNOTATED].flatMap(
      (c) =>
        readings
          .get(c.charCodeAt(0))
          ?.slice(0, 1)
          .map((r) => [c, r] as const) ?? [],
    ),
  );
  const pages: Page[] = [];
  let lines: string[] = [];
  let places = 0;
  for (const document of generateDemo({ seed: 7, documents: 100_000 })) {
    for (const line of restore(document.text, tables).text.string.split('\n')) {
      if (line.length < 60) continue;
      const traditional = naiveTraditional(line, tables.conversion);
      const damaged = damage(traditional, { annotated, cuts: ['；', '？'], folds: true }, tables.gbk());
      if (damaged === null) continue;
      lines.push(damaged.text);
      places += damaged.torn + damaged.cuts;
      if (lines.length < LINES) continue;
      pages.push({ text: lines.join('\n'), places });
      if (pages.length === PAGES) return pages;
      lines = [];
      places = 0;
    }
  }
  return pages;
}
