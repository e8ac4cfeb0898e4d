import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** Megabytes of a share of the memory, between two bounds. */
function share(memory: number, part: number, low: number, high: number): number {
  return Math.round(Math.min(high, Math.max(low, (memory * part) / MB)));
}

function smallSharedMemory(): boolean {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 256 * MB;
  } catch {
    return false;
  }
}

/**
 * The settings of the embedded server, for two to four cores and bulk loads. `memory` is in bytes.
 * `synchronous_commit` stays on: without it a finished ingest is lost when the machine dies.
 */
export function settings(memory = totalmem(), smallShm = smallSharedMemory()): string {
  const lines: Record<string, string> = {
    // Loopback and a password, no socket: a socket path may not exceed about 100 bytes and Windows has its own ideas.
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    password_encryption: "'scram-sha-256'",
    max_connections: '60',
    shared_buffers: `${share(memory, 1 / 16, 64, 512)}MB`,
    effective_cache_size: `${share(memory, 1 / 2, 256, 16384)}MB`,
    work_mem: `${share(memory, 1 / 256, 8, 32)}MB`,
    maintenance_work_mem: `${share(memory, 1 / 16, 64, 256)}MB`,
    // Nobody replicates from here, and index builds skip the log.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    lc_messages: "'C'",
    log_checkpoints: 'off',
    log_line_prefix: "'%m [%p] '",
  };
  // Docker gives 64 MB of /dev/shm, which one parallel hash join exceeds.
  if (smallShm) lines.dynamic_shared_memory_type = 'mmap';
  const body = Object.entries(lines).map(([name, value]) => `${name} = ${value}\n`);
  return `# Written at every start of the embedded database: changes here are lost.\n${body.join('')}`;
}
