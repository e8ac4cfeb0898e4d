import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/generated/prisma/client';
import { DEMO_SOURCE, generateDemo } from '@/lib/demo/generate-demo';
import { extract } from '@/lib/extract';
import { parseDocument } from '@/lib/ingest/read/parse-document';
import { loadResources, type Resources } from '@/lib/resources';
import { documentIdentity } from '@/lib/store/identity';
import type { Extraction } from '@/lib/types';
import { seconds } from './rounds';

const LOOP_DOCUMENTS = 300;
const MANY_DOCUMENTS = 2_000;
/** Rows of one createMany: parameters of a statement are limited to 65,535. */
const AT_ONCE = 100;

interface Alternatives {
  readonly prisma: PrismaClient;
  readonly runId: number;
  readonly sourceId: number;
  readonly slogans: ReadonlyMap<string, number>;
  readonly resources: Resources;
}

function documentRow(e: Extraction, source: string, { runId, sourceId }: Alternatives) {
  const { id, sha256 } = documentIdentity({ source, url: null, externalId: e.id, original: e.original });
  return {
    ...{ id, sha256: new Uint8Array(sha256), sourceId, runId },
    ...{ title: e.title, encoding: e.encoding, original: e.original, text: e.text, map: [...e.map] },
    ...{ characters: e.text.length, repairs: [], copyGroup: 0n, given: {} },
  };
}

interface Span {
  readonly slogan: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

function mentionRow({ slogan, paragraph, start, end }: Span, ordinal: number, text: string, a: Alternatives) {
  const sloganId = a.slogans.get(slogan);
  if (sloganId === undefined) return [];
  return [
    {
      ...{ ordinal, sloganId, report: 0, paragraph, start, end, originalStart: start, originalEnd: end },
      ...{ surface: text.slice(start, end), quoted: false, placeCode: '100000', day: new Date(0) },
      precision: 'none' as const,
    },
  ];
}

function* extractions(seed: number, documents: number, resources: Resources): Generator<Extraction> {
  for (const { truth: _, ...document } of generateDemo({ seed, documents })) {
    const bytes = Buffer.from(JSON.stringify(document));
    const parsed = parseDocument({ input: 'loop', line: 1, format: 'json', bytes }, null);
    if ('input' in parsed) yield extract(parsed.input, resources);
  }
}

/** Documents a second of a loop that extracts one document after the other and creates its rows with the ORM. */
async function createLoop(a: Alternatives): Promise<number> {
  const taken = await seconds(async () => {
    for (const e of extractions(2, LOOP_DOCUMENTS, a.resources)) {
      const paragraphs = e.paragraphs.map((p, ordinal) => ({
        ordinal,
        report: 0,
        start: p.start,
        end: p.end,
      }));
      const mentions = e.mentions.flatMap((m, i) => mentionRow(m, i, e.text, a));
      await a.prisma.document.create({
        data: {
          ...documentRow(e, 'loop', a),
          paragraphs: { create: paragraphs },
          mentions: { create: mentions },
        },
      });
    }
  });
  return LOOP_DOCUMENTS / taken;
}

/** The words of a text that are slogans, as jieba cuts it with the lexicon as its own dictionary. */
function wordsOf(text: string, jieba: Jieba, slogans: ReadonlyMap<string, number>): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const word of jieba.cut(text)) {
    if (slogans.has(word)) spans.push({ slogan: word, paragraph: 0, start, end: start + word.length });
    start += word.length;
  }
  return spans;
}

/** Documents a second of cutting texts into words, without restoring, dating or placing them, and storing by createMany. */
async function jiebaCreateMany(a: Alternatives): Promise<number> {
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(Buffer.from([...a.slogans.keys()].map((s) => `${s} 100000 n`).join('\n')));
  const texts = [...generateDemo({ seed: 3, documents: MANY_DOCUMENTS })];
  const taken = await seconds(async () => {
    for (let at = 0; at < texts.length; at += AT_ONCE) {
      const batch = texts.slice(at, at + AT_ONCE).map(({ id, title, text }) => {
        const plain = {
          id,
          title,
          text,
          original: text,
          encoding: 'utf-8',
          map: [],
        } as unknown as Extraction;
        return { row: documentRow(plain, 'many', a), words: wordsOf(text, jieba, a.slogans) };
      });
      await a.prisma.document.createMany({ data: batch.map((d) => d.row) });
      await a.prisma.mention.createMany({
        data: batch.flatMap(({ row, words }) =>
          words.flatMap((w, i) => mentionRow(w, i, row.text, a).map((m) => ({ documentId: row.id, ...m }))),
        ),
      });
    }
  });
  return texts.length / taken;
}

/** What a user would do instead of ingesting, in documents a second; into the same database. */
export async function ingestAlternatives(
  dataDir: string,
  url: string,
): Promise<{ createLoop: number; jiebaCreateMany: number }> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  try {
    const run = await prisma.run.create({ data: { status: 'undone', startedBy: 'bench', inputs: [] } });
    const source = await prisma.source.findUniqueOrThrow({ where: { name: DEMO_SOURCE } });
    const slogans = new Map((await prisma.slogan.findMany()).map((s) => [s.canonical, s.id]));
    const resources = loadResources(dataDir);
    const a: Alternatives = { prisma, runId: run.id, sourceId: source.id, slogans, resources };
    return { createLoop: await createLoop(a), jiebaCreateMany: await jiebaCreateMany(a) };
  } finally {
    await prisma.$disconnect();
  }
}
