import { toCsv } from '@/lib/format/csv';
import { provenance } from '@/lib/queries/provenance';
import { EVIDENCE_TABLES, type EvidenceTable, type Line, linesOf, TABLE_OF } from './evidence-lines';
import type { Part } from './evidence-view';

/** So many things of each part go into a pack; of more the newest. */
export const MOST_EVIDENCE = 20_000;

const WHERE = ['day', 'precision', 'place_code', 'place', 'source', 'synthetic', 'title'] as const;
const FROM = ['url', 'id_at_source', 'fetched', 'sha256', 'document', 'data_version'] as const;

export interface EvidenceList {
  readonly table: EvidenceTable;
  readonly csv: string;
  /** How many lines each part has in it, by the number of the part. */
  readonly lines: ReadonlyMap<number, number>;
}

async function cellsOf(table: EvidenceTable, part: number, lines: readonly Line[], version: number) {
  const from = await provenance([...new Set(lines.map((l) => l.at.documentId))]);
  return lines.map(({ cells, at }) => {
    const p = from.get(at.documentId);
    return [
      part,
      ...EVIDENCE_TABLES[table].map((column) => cells[column] ?? null),
      at.precision === 'none' ? null : at.day,
      at.precision,
      at.placeCode,
      at.placePath.join(' '),
      at.source,
      at.synthetic ? 1 : 0,
      at.title,
      p?.url ?? null,
      p?.externalId ?? null,
      p?.fetched ?? null,
      p?.sha256 ?? null,
      at.documentId,
      version,
    ];
  });
}

/** The lists of what the parts count, each thing with its paragraph, address, day of fetching and content hash. */
export async function evidenceLists(parts: readonly Part[], version: number): Promise<EvidenceList[]> {
  const tables = [...new Set(parts.map((p) => TABLE_OF[p.kind]))];
  return Promise.all(
    tables.map(async (table) => {
      const rows: (string | number | null)[][] = [];
      const counts = new Map<number, number>();
      for (const [i, part] of parts.entries()) {
        if (TABLE_OF[part.kind] !== table) continue;
        let n = 0;
        for await (const lines of linesOf(part)) {
          const kept = lines.slice(0, MOST_EVIDENCE - n);
          rows.push(...(await cellsOf(table, i + 1, kept, version)));
          n += kept.length;
          if (n >= MOST_EVIDENCE) break;
        }
        counts.set(i + 1, n);
      }
      const header = ['part', ...EVIDENCE_TABLES[table], ...WHERE, ...FROM];
      return { table, csv: toCsv(header, rows), lines: counts };
    }),
  );
}
