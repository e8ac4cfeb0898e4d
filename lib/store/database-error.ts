/** A failure of the database that a user can do something about; the message ends with what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

interface Remedy {
  readonly name: string;
  readonly pattern: RegExp;
  readonly advice: string;
  readonly example: string;
  readonly counterExample: string;
}

export const useOwnServer =
  'set DATABASE_URL to a PostgreSQL 15 or later of your own (postgresql://user:password@host:5432/name)';

/** What the server and its tools print when they cannot start, and what helps. The first match counts. */
export const remedies: readonly Remedy[] = [
  {
    name: 'disk-full',
    pattern: /No space left on device|Check free disk space|ENOSPC|Disk quota exceeded|EDQUOT/i,
    advice:
      'free some space on that disk (a new database takes 50 MB, its log up to 4 GB), or set TIFA_DATA to a folder elsewhere',
    example: 'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    counterExample: 'FATAL:  the database system is starting up',
  },
  {
    name: 'read-only',
    pattern: /Read-only file system|EROFS/i,
    advice: 'set TIFA_DATA to a folder that can be written',
    example: 'initdb: error: could not create directory: Read-only file system',
    counterExample: 'ERROR:  cannot execute INSERT in a read-only transaction',
  },
  {
    name: 'no-folder',
    pattern: /ENOTDIR|ENOENT: no such file or directory, mkdir/i,
    advice: 'no folder can be made at that place: set TIFA_DATA to a folder elsewhere',
    example: "Error: ENOENT: no such file or directory, mkdir '/proc/data'",
    counterExample: "Error: ENOENT: no such file or directory, open '/data/pg/port'",
  },
  {
    name: 'permission',
    pattern:
      /Permission denied|EACCES|EPERM|Operation not permitted|has wrong ownership|invalid permissions/i,
    advice: `the folder belongs to somebody else, or a folder above it is closed to this user: set TIFA_DATA to a folder of your own, or ${useOwnServer}`,
    example: 'FATAL:  data directory "/data/pg" has wrong ownership',
    counterExample: 'ERROR:  permission of pg_hba.conf was reloaded',
  },
  {
    name: 'nameless-user',
    pattern: /could not look up effective user ID/i,
    advice: `run as a user that has an entry in /etc/passwd, or ${useOwnServer}`,
    example: 'initdb: error: could not look up effective user ID 1234: user does not exist',
    counterExample: 'FATAL:  role "1234" does not exist',
  },
  {
    name: 'shared-memory',
    pattern: /could not (?:create|map|resize) (?:anonymous )?shared memory/i,
    advice: `the machine or container grants too little shared memory: raise it (docker: --shm-size), or ${useOwnServer}`,
    example: 'FATAL:  could not create shared memory segment: Cannot allocate memory',
    counterExample: 'LOG:  pre-existing shared memory block is still in use',
  },
  {
    name: 'library',
    pattern: /error while loading shared libraries|cannot open shared object|Library not loaded/i,
    advice: `run npm ci again; if that does not help, ${useOwnServer}`,
    example: 'initdb: error while loading shared libraries: libicuuc.so.60: cannot open shared object file',
    counterExample: 'LOG:  loaded library "pg_trgm"',
  },
  {
    name: 'damaged',
    pattern: /could not locate a valid checkpoint record|invalid checkpoint record|PANIC/,
    advice:
      'the database files are damaged: put a backup of the folder back, or begin anew with npm run db -- reset',
    example: 'PANIC:  could not locate a valid checkpoint record at 0/1539FF8',
    counterExample: 'LOG:  database system was not properly shut down; automatic recovery in progress',
  },
  {
    name: 'locked',
    pattern: /lock file "[^"]+" already exists|pre-existing shared memory block/i,
    advice:
      'another server holds this folder, perhaps from another container: stop it there, or set TIFA_DATA',
    example: 'FATAL:  lock file "postmaster.pid" already exists',
    counterExample: 'LOG:  database system is ready to accept connections',
  },
];

/** What to do about a failure, judged by what was printed; the general advice where nothing matches. */
export function adviceFor(output: string): string {
  return remedies.find((remedy) => remedy.pattern.test(output))?.advice ?? useOwnServer;
}
