import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '@/lib/ingest/ingest';

const EVERY_MS = 5_000;

/** A bar on a terminal, a plain line every few seconds elsewhere, on stderr. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): (progress: Progress) => void {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const summary = (p: Progress) =>
    `${p.documents} documents, ${p.mentions} mentions, ${(p.documents / Math.max(seconds(), 0.001)).toFixed(0)}/s, ${seconds().toFixed(0)} s`;
  if (!stream.isTTY) {
    let last = 0;
    return (p) => {
      if (p.phase === 'reading' && Date.now() - last < EVERY_MS) return;
      last = Date.now();
      stream.write(`${p.phase}: ${summary(p)}\n`);
    };
  }
  const format = '{phase} {bar} {percentage}% | {text}';
  const bar = new SingleBar({ stream, hideCursor: true, format }, Presets.shades_classic);
  let open = false;
  return (p) => {
    const total = p.totalBytes ?? 0;
    if (!open) bar.start(Math.max(1, total), 0, { phase: p.phase, text: '' });
    open = true;
    bar.update(p.phase === 'reading' ? Math.min(p.readBytes, total) : total, {
      phase: p.phase,
      text: summary(p),
    });
    if (p.phase === 'done') bar.stop();
  };
}
