import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { extract } from '@/lib/extract';
import { findMetadata } from '@/lib/metadata/metadata';
import { loadResources, type Resources } from '@/lib/resources';
import { decode } from '@/lib/text/decode';
import { splitReports } from '@/lib/text/reports';
import { restore } from '@/lib/text/restore';
import { startThread } from '@/lib/threads/start-thread';
import { NOTHING_GIVEN, toInput } from './bench-input';
import type { BenchResult } from './bench-result';
import { benchTexts } from './bench-texts';
import { damagedMsPerPlace } from './damaged-pages';
import { prepareRipgrep } from './ripgrep';
import { median, seconds } from './rounds';

function restoreOne(bytes: Uint8Array, resources: Resources): number {
  const { text, paragraphs } = restore(decode(bytes).text, resources.tables);
  const reports = splitReports(text, paragraphs);
  return findMetadata(text, paragraphs, reports, NOTHING_GIVEN, resources.gazetteer, resources.events).reports
    .length;
}

/** The compiler goes on improving what runs often for so many rounds, in every thread for itself. */
const WARM_UP = 5;

/** Two threads, each with half of the texts; the time from the word go until both are done. */
async function twoWorkers(
  texts: readonly Uint8Array[],
): Promise<{ run: () => Promise<void>; end: () => Promise<void> }> {
  const halves = [texts.filter((_, i) => i % 2 === 0), texts.filter((_, i) => i % 2 === 1)];
  const workers = await Promise.all(
    halves.map(
      (half) =>
        new Promise<Worker>((resolve, reject) => {
          const worker = startThread(new URL('./extract-worker.ts', import.meta.url), half);
          worker.once('message', () => resolve(worker));
          worker.once('error', reject);
        }),
    ),
  );
  const go = async (worker: Worker) => {
    const done = once(worker, 'message');
    worker.postMessage('go');
    await done;
  };
  return {
    run: async () => void (await Promise.all(workers.map(go))),
    end: async () => void (await Promise.all(workers.map((w) => w.terminate()))),
  };
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
 * MB of UTF-8 a second: decoding alone, decoding to date and place, everything, on two threads, jieba's cut, and
 * ripgrep counting the phrases of the lexicon; and how long damaged pages take.
 */
export async function benchExtract(options: { megabytes: number; rounds: number }): Promise<BenchResult> {
  const { corpus, sample, texts, bytes } = await benchTexts(options.megabytes * 1e6);
  const resources = loadResources();
  const jieba = Jieba.withDict(dict);
  const decoder = new TextDecoder();
  const strings = texts.map((t) => decoder.decode(t));
  const two = await twoWorkers(texts);
  // A thread has half of the texts, and learns as much from them only when it reads them twice.
  for (let round = 0; round < WARM_UP; round++) await two.run();
  const ripgrep = prepareRipgrep(texts, resources.lexicon.forms.keys());
  const times = await interleave(
    {
      decode: () => texts.forEach((t) => void decoder.decode(t)),
      restore: () => texts.forEach((t) => void restoreOne(t, resources)),
      extract: () => texts.forEach((t) => void extract(toInput(t), resources)),
      extractTwoWorkers: two.run,
      jieba: () => strings.forEach((s) => void jieba.cut(s, true)),
      ...('run' in ripgrep ? { ripgrep: ripgrep.run } : {}),
    },
    options.rounds,
  );
  await two.end();
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
