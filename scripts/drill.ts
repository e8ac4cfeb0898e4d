import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { runDrill } from '@/lib/ingest/drill/run-drill';
import { runCommand } from './command/run-command';

function whole(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('a whole number, please');
  return Number(text);
}

await runCommand(
  new Command('drill')
    .description(
      'Kills ingester, threads, connections and database at random moments and checks that nothing is lost or doubled. Uses a database of its own.',
    )
    .option('-n, --documents <count>', 'generated documents', whole, 20_000)
    .option('-k, --kills <count>', 'how many kills', whole, 30)
    .option('-s, --seed <number>', 'the same seed gives the same documents and victims', whole, 1)
    .action(async (options: { documents: number; kills: number; seed: number }) => {
      const folder = mkdtempSync(join(tmpdir(), 'tifa-drill-'));
      try {
        const { kills, compared, differing } = await runDrill({ ...options, folder, log: console.error });
        const told = Object.entries(kills).map(([victim, n]) => `${n} ${victim}`);
        console.log(`killed: ${told.join(', ')}; compared ${compared} ingestions with the undisturbed one`);
        console.log(differing.length === 0 ? 'no difference' : `different: ${differing.join(', ')}`);
        if (differing.length > 0) process.exitCode = 1;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
);
