import { Command } from 'commander';
import { loadReference } from '@/lib/ingest/load-reference';
import { type ReextractProgress, reextract } from '@/lib/ingest/reextract';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { checkLexicons } from './command/check-lexicons';
import { startPace } from './command/pace';
import { callerFolder, collect, runCommand, workIn } from './command/run-command';
import { statusLine } from './command/status-line';

/** How far it is, on stderr. */
function tell(): (progress: ReextractProgress) => void {
  const [status, pace] = [statusLine(), startPace()];
  return (p) => {
    status(`${p.phase}: ${pace(p.documents, p.total)}, ${p.changed} changed`);
    if (p.phase === 'done' && process.stderr.isTTY) process.stderr.write('\n');
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
      checkLexicons(dataDir, callerFolder(), lexicon);
      try {
        await migrate((await ensureDatabase()).url);
        const pool = await getPool('write');
        await loadReference(pool, dataDir);
        workIn(callerFolder());
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
