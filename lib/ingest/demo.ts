import type { Pool } from 'pg';
import { DEMO_SOURCE, type DemoOptions, generateDemo } from '@/lib/demo/generate-demo';
import { undoRun } from '@/lib/store/runs';
import { type IngestOptions, type IngestResult, ingestItems } from './ingest';
import type { ReadItem } from './read/raw-document';

/** As many documents as a newcomer's first view needs. */
export const DEMO_DEFAULTS: DemoOptions = { seed: 1, documents: 2_400 };

async function* demoItems(options: DemoOptions): AsyncGenerator<ReadItem> {
  let line = 0;
  for (const { truth: _, ...document } of generateDemo(options)) {
    line++;
    yield {
      document: { input: DEMO_SOURCE, line, format: 'json', bytes: Buffer.from(JSON.stringify(document)) },
    };
  }
}

/** Ingests the demonstration corpus as a run of its own, labelled as made up. */
export function ingestDemo(
  pool: Pool,
  options: Omit<IngestOptions, 'synthetic'>,
  demo: DemoOptions = DEMO_DEFAULTS,
): Promise<IngestResult> {
  return ingestItems(pool, demoItems(demo), [DEMO_SOURCE], null, { ...options, synthetic: [DEMO_SOURCE] });
}

/** Takes every run of made-up documents back; returns how many runs. */
export async function removeDemo(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ run_id: number }>(
    'SELECT DISTINCT d.run_id FROM document d JOIN source s ON s.id = d.source_id WHERE s.synthetic ORDER BY 1',
  );
  for (const { run_id } of rows) await undoRun(pool, run_id);
  await pool.query('DELETE FROM stratum WHERE source_id IN (SELECT id FROM source WHERE synthetic)');
  await pool.query('DELETE FROM source WHERE synthetic');
  return rows.length;
}
