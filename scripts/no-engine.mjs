#!/usr/bin/env node
// Stand-in for Prisma's native schema engine, which the Prisma CLI would download from outside the npm registry.
// `prisma generate`, `validate` and `format` only look whether the file exists. Whatever really runs it has to fail
// loudly: with an engine that exits 0, `prisma migrate deploy` reports success and applies nothing.
console.error(
  'Prisma runs without its native schema engine here. Use `npm run db -- migrate` and `npm run db:diff -- NAME` ' +
    'instead of `prisma migrate` and `prisma db`.',
);
process.exit(1);
