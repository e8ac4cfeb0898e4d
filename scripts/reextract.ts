import { Command } from 'commander';
import { loadReference } from '@/lib/ingest/load-reference';
import { type ReextractProgress, reextract } from '@/lib/ingest/reextract';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { callerFolder, collect, runCommand } from './command/run-command';

const EVERY_MS = 5_000;

/** A line every few seconds, on stderr. */
function tell(): (progress: ReextractProgress) => void {
  let last = 0;
  return (p) => {
    if (p.phase === 'extracting' && Date.now() - last < EVERY_MS) return;
    last = Date.now();
    console.error(`${p.phase}: ${p.documents} of ${p.total} documents, ${p.changed} changed`);
  };
}

await runCommand(
  new Command('reextract')
    .description(
      'Extracts all stored documents again, after a change of the lexicon or the rules. The dashboard shows the old state until the new one is complete.',
    )
    .option('--lexicon <file>', 'a lexicon of your own, besides the shipped one (repeatable)', collect, [])
    .option('--document <number>', 'only this document (repeatable)', collect, [])
    .action(async ({ lexicon, document }: { lexicon: string[]; document: string[] }) => {
      const dataDir = findDataDir();
      try {
        await migrate((await ensureDatabase()).url);
        const pool = await getPool('write');
        await loadReference(pool, dataDir);
        process.chdir(callerFolder());
        const { documents, changed } = await reextract(pool, {
          dataDir,
          lexicons: lexicon,
          ...(document.length > 0 ? { only: document } : {}),
          onProgress: tell(),
        });
        console.log(`${documents} documents extracted again, ${changed} of them changed`);
      } finally {
        await closeConnections();
      }
    }),
);
