import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { findMetadata } from '@/lib/metadata/metadata';
import { loadResources, type Resources } from '@/lib/resources';
import { decode } from '@/lib/text/decode';
import { splitReports } from '@/lib/text/reports';
import { restore } from '@/lib/text/restore';
import { startThread } from '@/lib/threads/start-thread';
import { NOTHING_GIVEN } from './bench-input';
import type { BenchResult } from './bench-result';
import { benchTexts } from './bench-texts';
import { damagedMsPerPlace } from './damaged-pages';
import type { Share } from './extract-worker';
import { prepareRipgrep } from './ripgrep';
import { median, seconds } from './rounds';

function restoreOne(bytes: Uint8Array, resources: Resources): number {
  const { text, paragraphs } = restore(decode(bytes).text, resources.tables);
  const reports = splitReports(text, paragraphs);
  return findMetadata(text, paragraphs, reports, NOTHING_GIVEN, resources.gazetteer, resources.events).reports
    .length;
}

/** Rounds that are not counted. */
const WARM_UP = 3;
/**
 * How much a thread extracts before anything is counted. The compiler goes on improving what runs often, in every thread for
 * itself: a thread gets faster for its first 200 MB or so, and reading an archive takes longer than that.
 */
const THREAD_WARM_UP = 250e6;

interface Threads {
  /** Extracts all texts in one thread, in the other the next time, so that neither has learnt more. */
  readonly one: () => Promise<void>;
  /** Extracts half of the texts in each of two threads, at the same time. */
  readonly two: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Two threads that have all texts. */
async function startThreads(texts: readonly Uint8Array[]): Promise<Threads> {
  const [a, b] = await Promise.all([startOne(texts), startOne(texts)]);
  let turn = 0;
  return {
    one: () => ask(turn++ % 2 === 0 ? a : b, { first: 0, step: 1 }),
    two: async () => void (await Promise.all([ask(a, { first: 0, step: 2 }), ask(b, { first: 1, step: 2 })])),
    end: async () => void (await Promise.all([a.terminate(), b.terminate()])),
  };
}

function startOne(texts: readonly Uint8Array[]): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = startThread(new URL('./extract-worker.ts', import.meta.url), texts);
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}

async function ask(worker: Worker, share: Share): Promise<void> {
  const done = once(worker, 'message');
  worker.postMessage(share);
  await done;
}

/** Seconds of every round, those of one round after another, without those of warming up. */
async function interleave(
  runs: Readonly<Record<string, () => void | Promise<void>>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map((k) => [k, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const t = await seconds(run);
      if (round >= 0) times[name]?.push(t);
    }
  }
  return times;
}

/**
 * MB of UTF-8 a second: decoding alone, decoding to date and place, everything in one thread and in two like it, jieba's
 * cut, and ripgrep counting the phrases of the lexicon; and how long damaged pages take.
 */
export async function benchExtract(options: { megabytes: number; rounds: number }): Promise<BenchResult> {
  const { corpus, sample, texts, bytes } = await benchTexts(options.megabytes * 1e6);
  const resources = loadResources();
  const jieba = Jieba.withDict(dict);
  const decoder = new TextDecoder();
  const strings = texts.map((t) => decoder.decode(t));
  const threads = await startThreads(texts);
  // A thread has all texts every other time, and half of them each time.
  for (let round = 0; round * bytes < THREAD_WARM_UP; round++) {
    await threads.one();
    await threads.two();
  }
  const ripgrep = prepareRipgrep(texts, resources.lexicon.forms.keys());
  const times = await interleave(
    {
      decode: () => texts.forEach((t) => void decoder.decode(t)),
      restore: () => texts.forEach((t) => void restoreOne(t, resources)),
      extract: threads.one,
      extractTwoWorkers: threads.two,
      jieba: () => strings.forEach((s) => void jieba.cut(s, true)),
      ...('run' in ripgrep ? { ripgrep: ripgrep.run } : {}),
    },
    options.rounds,
  );
  await threads.end();
  if ('end' in ripgrep) ripgrep.end();
  const speed = Object.fromEntries(Object.entries(times).map(([name, t]) => [name, bytes / 1e6 / median(t)]));
  const ratio = (a: string, b: string) => (speed[a] ?? 0) / (speed[b] ?? 1);
  return {
    node: process.version,
    corpus,
    sample,
    bytes,
    ...speed,
    ripgrep: speed.ripgrep ?? null,
    ...('reason' in ripgrep ? { ripgrepMissing: ripgrep.reason } : {}),
    restorePerJieba: ratio('restore', 'jieba'),
    extractPerJieba: ratio('extract', 'jieba'),
    extractPerRipgrep: speed.ripgrep === undefined ? null : ratio('extract', 'ripgrep'),
    twoPerOne: ratio('extractTwoWorkers', 'extract'),
    damagedMsPerPlace: damagedMsPerPlace(resources.tables),
  };
}
