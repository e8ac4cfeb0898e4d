import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '@/lib/ingest/ingest';
import { duration, remainingSeconds } from './pace';

const EVERY_MS = 5_000;

/** How much is done, how fast, since when, and how long the rest of reading takes at this pace. */
export function progressText(p: Progress, seconds: number): string {
  const rate = (n: number) => n / Math.max(seconds, 0.001);
  const left = p.phase === 'reading' ? remainingSeconds(p.readBytes, p.totalBytes, seconds) : null;
  return [
    `${p.documents} documents`,
    `${p.mentions} mentions`,
    ...(p.phase === 'reading'
      ? [`${rate(p.documents).toFixed(0)}/s`, `${(rate(p.bytes) / 1e6).toFixed(1)} MB/s`]
      : []),
    duration(seconds),
    ...(left === null ? [] : [`about ${duration(left)} left to read`]),
  ].join(', ');
}

/** Where it is known how much there is: a bar. */
function progressBar(stream: NodeJS.WriteStream, seconds: () => number): (progress: Progress) => void {
  const format = '{phase} {bar} {percentage}% | {text}';
  const bar = new SingleBar({ stream, format, barsize: 20 }, Presets.shades_classic);
  let open = false;
  return (p) => {
    const total = Math.max(1, p.totalBytes ?? 0);
    if (!open) bar.start(total, 0, { phase: p.phase, text: '' });
    open = true;
    const done = p.phase === 'reading' ? Math.min(p.readBytes, total) : total;
    bar.update(done, { phase: p.phase, text: progressText(p, seconds()) });
    if (p.phase === 'done') bar.stop();
  };
}

/** A bar on a terminal, a plain line every few seconds elsewhere, on stderr. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): (progress: Progress) => void {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  if (stream.isTTY) {
    const bar = progressBar(stream, seconds);
    return (p) => {
      if (p.totalBytes !== null) return bar(p);
      const line = `${p.phase}: ${progressText(p, seconds())}`.slice(0, stream.columns - 1);
      stream.write(`\r\x1b[K${line}${p.phase === 'done' ? '\n' : ''}`);
    };
  }
  let last = 0;
  return (p) => {
    if (p.phase === 'reading' && Date.now() - last < EVERY_MS) return;
    last = Date.now();
    stream.write(`${p.phase}: ${progressText(p, seconds())}\n`);
  };
}
