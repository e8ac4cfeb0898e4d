import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '@/lib/demo/generate-demo';
import { type Alphabet, buildAlphabet } from '@/lib/discover/alphabet';
import { type Corpus, CorpusBuilder } from '@/lib/discover/corpus';
import { FINDER_DEFAULTS, findCandidates } from '@/lib/discover/find-candidates';
import { finderForm } from '@/lib/discover/known-forms';
import { extract } from '@/lib/extract';
import { parseDocument } from '@/lib/ingest/read/parse-document';
import { readFile } from '@/lib/ingest/read/read-file';
import { loadLexicon } from '@/lib/match/load-lexicon';
import { findDataDir, loadResources } from '@/lib/resources';
import type { BenchResult } from './bench-result';
import { seconds } from './rounds';

const CHARACTERS = 60_000_000;
/** Known slogans that the finder should meet without a lexicon: the most frequent ones that are frequent enough. */
const KNOWN = 300;
const LEAST_MENTIONS = 20;
const CANDIDATES = 3_000;

interface Loaded {
  readonly name: string;
  readonly corpus: Corpus;
  /** Mentions by slogan, the longest winning. */
  readonly mentions: ReadonlyMap<string, number>;
}

/** Evening news where the shared corpus lies beside the checkout, the demonstration corpus elsewhere. */
async function load(alphabet: Alphabet, most: number): Promise<Loaded> {
  const resources = loadResources();
  const builder = new CorpusBuilder(alphabet, CHARACTERS);
  const mentions = new Map<string, number>();
  let documents = 0;
  const add = (bytes: Uint8Array) => {
    const parsed = parseDocument({ input: 'bench', line: null, format: 'json', bytes }, 'bench');
    if (!('input' in parsed)) return;
    const e = extract(parsed.input, resources);
    for (const m of e.mentions) if (m.listed) mentions.set(m.slogan, (mentions.get(m.slogan) ?? 0) + 1);
    builder.add({ text: e.text, day: e.date?.value ?? null, place: e.place?.code ?? '' });
    documents++;
  };
  const shared = join(findDataDir(), '..', '..', 'shared', 'corpus', 'xwlb.jsonl.gz');
  const real = existsSync(shared);
  if (real) {
    for await (const item of readFile(shared)) {
      if (documents >= most) break;
      if ('document' in item) add(item.document.bytes);
    }
  } else {
    for (const { truth: _, ...d } of generateDemo({ seed: 1, documents: Math.min(most, 20_000) }))
      add(Buffer.from(JSON.stringify(d)));
  }
  return { name: real ? 'xwlb' : 'demonstration', corpus: builder.build(), mentions };
}

/** Share of the most frequent known slogans that are among the candidates, as themselves, variant or in a group. */
function recallOf(mentions: ReadonlyMap<string, number>, found: ReadonlySet<string>): number {
  const forms = new Map<string, string[]>();
  for (const e of loadLexicon(findDataDir()).entries) {
    const all = [e.canonical, ...e.variants].map(finderForm);
    forms.set(e.canonical, [...(forms.get(e.canonical) ?? []), ...all]);
  }
  const known = [...mentions]
    .filter(([, n]) => n >= LEAST_MENTIONS)
    .sort((a, b) => b[1] - a[1])
    .slice(0, KNOWN);
  const hits = known.filter(([s]) => (forms.get(s) ?? [finderForm(s)]).some((f) => found.has(f)));
  return hits.length / Math.max(1, known.length);
}

/** The finder without a lexicon: how long, how much memory, and how many of the known slogans it finds again. */
export async function benchFind(options: { documents: number }): Promise<BenchResult> {
  const alphabet = buildAlphabet();
  const { name, corpus, mentions } = await load(alphabet, options.documents);
  let found = new Set<string>();
  let heads = new Set<string>();
  const cpu = process.cpuUsage();
  const taken = await seconds(() => {
    const candidates = findCandidates(corpus, alphabet, { ...FINDER_DEFAULTS, limit: CANDIDATES });
    heads = new Set(candidates.map((c) => c.phrase));
    found = new Set(candidates.flatMap((c) => [c.phrase, ...c.variants]));
  });
  const used = process.cpuUsage(cpu);
  return {
    node: process.version,
    corpus: name,
    documents: corpus.documents,
    characters: corpus.length,
    seconds: taken,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    recall: recallOf(mentions, found),
    recallHeads: recallOf(mentions, heads),
  };
}
