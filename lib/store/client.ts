import pg from 'pg';
import type { PrismaClient } from '@/generated/prisma/client';
import { ensureDatabase } from './embedded';

/** What the two pools of a process are for. */
export type PoolRole = 'read' | 'write';

const poolSettings: Record<PoolRole, pg.PoolConfig> = {
  // A page that asks too much gets an error instead of holding a connection for minutes. Its statements are short and run
  // side by side: to start workers for one of them takes longer than they save.
  read: {
    max: 8,
    statement_timeout: 30_000,
    options: '-c default_transaction_read_only=on -c max_parallel_workers_per_gather=0',
  },
  write: { max: 8 },
};

interface Connections {
  pools: Partial<Record<PoolRole, Promise<pg.Pool>>>;
  prisma?: Promise<PrismaClient>;
}

// Kept on the global object: a hot reload loads this module anew, and each load would leave a pool behind.
const holder = globalThis as typeof globalThis & { tifaConnections?: Connections };
holder.tifaConnections ??= { pools: {} };
const connections = holder.tifaConnections;

async function openPool(role: PoolRole): Promise<pg.Pool> {
  const { url } = await ensureDatabase();
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A command that forgets to call `closeConnections` still ends.
    allowExitOnIdle: true,
    application_name: `tifa ${role}`,
    ...poolSettings[role],
  });
  // A server that goes away closes idle connections; the next query opens another or fails by itself.
  pool.on('error', (error) => console.error(`database: ${error.message}`));
  return pool;
}

/**
 * The pool of this process, after making sure that there is a database. The `read` pool only reads, and gives up on
 * a statement after 30 s; `write` is for ingestion and curating. Throws a DatabaseError that says what to do.
 */
export function getPool(role: PoolRole = 'read'): Promise<pg.Pool> {
  const open = connections.pools[role] ?? openPool(role);
  connections.pools[role] = open;
  // A failed attempt must not be remembered: the next request tries again.
  open.catch(() => {
    if (connections.pools[role] === open) delete connections.pools[role];
  });
  return open;
}

/** Prisma is loaded when it is asked for: the threads that read documents and most commands never do. */
async function openPrisma(): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('@/generated/prisma/client'),
  ]);
  return new PrismaClient({ adapter: new PrismaPg(await getPool('read')) });
}

/** The Prisma client of this process, on the `read` pool: pages and the API only read through it. */
export function getPrisma(): Promise<PrismaClient> {
  connections.prisma ??= openPrisma();
  const made = connections.prisma;
  made.catch(() => {
    if (connections.prisma === made) connections.prisma = undefined;
  });
  return made;
}

/** Ends everything this process holds open; what is asked for afterwards opens anew. */
export async function closeConnections(): Promise<void> {
  const { pools, prisma } = connections;
  connections.pools = {};
  connections.prisma = undefined;
  await prisma?.then(
    (client) => client.$disconnect(),
    () => {},
  );
  for (const pool of Object.values(pools)) await pool.then((open) => open.end()).catch(() => {});
}
