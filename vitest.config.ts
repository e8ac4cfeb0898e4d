import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests that ingest, and those of what follows an ingestion; not those of reading and fetching alone. */
const INGEST = /\/lib\/ingest\/(?!read|fetch)/;

/**
 * Begins with what takes longest. Without knowing how long each file took last time, as in a fresh clone, vitest goes by
 * their size: the drill, of seventeen lines, was begun last, and for its sixteen seconds all else was done.
 */
class IngestionFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    const ingests = (file: TestSpecification) => INGEST.test(file.moduleId);
    return [...bySize.filter(ingests), ...bySize.filter((file) => !ingests(file))];
  }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.ts', 'scripts/**/*.test.ts', 'components/**/*.test.ts', 'app/**/*.test.ts'],
    env: { TZ: 'UTC' },
    globalSetup: ['lib/store/testing/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: IngestionFirst },
  },
});
