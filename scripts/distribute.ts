import { Command } from 'commander';
import { closeConnections, getPool } from '@/lib/store/client';
import { distribute, refusePlainServer } from '@/lib/store/distribute';
import { migrate } from '@/lib/store/migrate';
import { runCommand } from './command/run-command';

await runCommand(
  new Command('distribute')
    .description(
      'Spreads the tables over the nodes of the Citus coordinator that DATABASE_URL names (docs/scale.md).',
    )
    .action(async () => {
      if (!process.env.DATABASE_URL)
        throw new Error('DATABASE_URL has to name a Citus coordinator; the embedded database is one server');
      try {
        const client = await (await getPool('write')).connect();
        try {
          // Before the tables are made there.
          await refusePlainServer(client);
          await migrate(process.env.DATABASE_URL);
          const done = await distribute(client, console.error);
          console.log(done === 0 ? 'the tables are distributed already' : `${done} tables are distributed`);
        } finally {
          client.release();
        }
      } finally {
        await closeConnections();
      }
    }),
);
