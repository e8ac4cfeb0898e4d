import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/generated/prisma/client';
import { DEMO_SOURCE, generateDemo } from '@/lib/demo/generate-demo';
import { extract } from '@/lib/extract';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { parseDocument } from '@/lib/ingest/read/parse-document';
import { findDataDir, loadResources } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase, stopDatabase } from '@/lib/store/embedded';
import { documentIdentity } from '@/lib/store/identity';
import { migrate } from '@/lib/store/migrate';
import type { BenchResult } from './bench-result';
import { seconds } from './rounds';

const LOOP_DOCUMENTS = 300;

/** What a user would do instead: extract one document after the other and create its rows with the ORM. */
async function createLoop(dataDir: string, url: string): Promise<number> {
  const resources = loadResources(dataDir);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  const run = await prisma.run.create({ data: { status: 'undone', startedBy: 'bench', inputs: [] } });
  const source = await prisma.source.findUniqueOrThrow({ where: { name: DEMO_SOURCE } });
  const slogans = new Map((await prisma.slogan.findMany()).map((s) => [s.canonical, s.id]));
  const documents = [...generateDemo({ seed: 2, documents: LOOP_DOCUMENTS })];
  const taken = await seconds(async () => {
    for (const { truth: _, ...document } of documents) {
      const parsed = parseDocument(
        { input: 'loop', line: 1, format: 'json', bytes: Buffer.from(JSON.stringify(document)) },
        null,
      );
      if (!('input' in parsed)) continue;
      const e = extract(parsed.input, resources);
      const identity = documentIdentity({
        source: 'loop',
        url: null,
        externalId: e.id,
        original: e.original,
      });
      await prisma.document.create({
        data: {
          id: identity.id,
          sha256: new Uint8Array(identity.sha256),
          sourceId: source.id,
          title: e.title,
          encoding: e.encoding,
          original: e.original,
          text: e.text,
          map: [...e.map],
          characters: e.text.length,
          repairs: [],
          copyGroup: 0n,
          runId: run.id,
          given: {},
          paragraphs: {
            create: e.paragraphs.map((p, ordinal) => ({ ordinal, report: 0, start: p.start, end: p.end })),
          },
          mentions: {
            create: e.mentions.flatMap((m, ordinal) => {
              const sloganId = slogans.get(m.slogan);
              if (sloganId === undefined) return [];
              return {
                ordinal,
                sloganId,
                report: 0,
                paragraph: m.paragraph,
                start: m.start,
                end: m.end,
                originalStart: m.originalStart,
                originalEnd: m.originalEnd,
                surface: m.surface,
                quoted: m.quoted,
                placeCode: '100000',
                day: new Date(0),
                precision: 'none' as const,
              };
            }),
          },
        },
      });
    }
  });
  await prisma.$disconnect();
  return documents.length / taken;
}

/** Generated documents into an empty database in a temporary folder: until every chart is right, and once more. */
export async function benchIngest(options: { documents: number }): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'tifa-bench-'));
  process.env.TIFA_DATA = folder;
  const dataDir = findDataDir();
  try {
    const { url } = await ensureDatabase();
    await migrate(url);
    const pool = await getPool('write');
    await loadReference(pool, dataDir);
    const demo = { seed: 1, documents: options.documents };
    let mentions = 0;
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 200);
    const first = await seconds(async () => {
      mentions = (await ingestDemo(pool, { dataDir }, demo)).mentions;
    });
    const again = await seconds(async () => void (await ingestDemo(pool, { dataDir }, demo)));
    clearInterval(watch);
    const size = await pool.query<{ bytes: string }>(
      'SELECT pg_database_size(current_database())::text AS bytes',
    );
    return {
      node: process.version,
      documents: options.documents,
      mentions,
      seconds: first,
      documentsPerSecond: options.documents / first,
      peakMb: peak / 1e6,
      bytesPerDocument: Number(size.rows[0]?.bytes) / options.documents,
      again,
      createLoop: await createLoop(dataDir, url),
    };
  } finally {
    await closeConnections();
    await stopDatabase();
    await rm(folder, { recursive: true, force: true });
  }
}
