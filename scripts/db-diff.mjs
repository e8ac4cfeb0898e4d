// npm run db:diff -- NAME: writes prisma/migrations/<stamp>_NAME/migration.sql with what prisma/schema.prisma changes
// against the migrations there are. Without NAME it prints the SQL and exits with 2 (0 when nothing changed).
// The schema engine runs as WASM, with PGlite in memory as its shadow database: no server, no binary, no network.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const root = fileURLToPath(new URL('..', import.meta.url));
const prismaFolder = process.env.TIFA_PRISMA_FOLDER ?? join(root, 'prisma');

/** Loads the WASM module by hand: its own loader wants a bundler. */
function loadEngine() {
  const folder = dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')));
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': engineGlue });
  engineGlue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return engineGlue.SchemaEngine;
}

/** The migrations so far, in the shape that the engine takes. */
function migrationsIn(folder) {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  const read = (name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8');
  return names.map((name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: read(name) } },
  }));
}

async function diff() {
  const schemaPath = join(prismaFolder, 'schema.prisma');
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }];
  const factory = new PrismaPGlite(new PGlite());
  factory.connectToShadowDb = () => new PrismaPGlite(new PGlite()).connect();
  const engine = await loadEngine().new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  const folder = join(prismaFolder, 'migrations');
  const migrationDirectories = migrationsIn(folder);
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"' };
  const before = {
    tag: 'migrations',
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile,
    migrationDirectories,
  };
  const { stdout } = await engine.diff({
    from: migrationDirectories.length > 0 ? before : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

const name = process.argv[2];
if (name !== undefined && !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(`db:diff: ${name} is no name for a migration: lower-case letters, digits and _ only`);
  process.exit(2);
}
const sql = await diff();
if (/^-- This is an empty migration/.test(sql.trim())) {
  console.log('no changes');
  process.exit(0);
}
if (name === undefined) {
  console.log(sql);
  process.exit(2);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const target = join(prismaFolder, 'migrations', `${stamp}_${name}`);
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'migration.sql'), sql);
writeFileSync(join(prismaFolder, 'migrations/migration_lock.toml'), 'provider = "postgresql"\n');
console.log(`wrote ${join(target, 'migration.sql')}`);
// PGlite keeps the event loop alive.
process.exit(0);
