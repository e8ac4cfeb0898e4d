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

const CELLS = 20;

/** How much of the files is read, as a bar; empty where nobody knows how much there is. */
export function progressBar({ phase, readBytes, totalBytes }: Progress): string {
  if (totalBytes === null) return '';
  const share = phase === 'reading' && totalBytes > 0 ? Math.min(1, readBytes / totalBytes) : 1;
  const full = Math.round(CELLS * share);
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${Math.floor(100 * share)} %, `;
}

/**
 * A bar on a terminal, a plain line every few seconds elsewhere, on stderr. Nothing is left running, so that a command
 * which fails in the middle ends.
 */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): (progress: Progress) => void {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  let last = 0;
  return (p) => {
    const text = progressText(p, seconds());
    if (stream.isTTY) {
      const line = `${p.phase} ${progressBar(p)}${text}`.slice(0, stream.columns - 1);
      stream.write(`\r\x1b[K${line}${p.phase === 'done' ? '\n' : ''}`);
      return;
    }
    if (p.phase === 'reading' && Date.now() - last < EVERY_MS) return;
    last = Date.now();
    stream.write(`${p.phase}: ${text}\n`);
  };
}
