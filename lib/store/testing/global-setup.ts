import type { TestProject } from 'vitest/node';
import { makeTestFolder, removeTestFolder, sweepTestFolders } from './test-folder';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test server of this run lies; the first test that wants a database starts it. */
    readonly testDatabaseFolder: string;
  }
}

/** Before all tests: names a folder for the test server. Afterwards, also after failures and Ctrl-C: removes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepTestFolders();
  const folder = makeTestFolder();
  project.provide('testDatabaseFolder', folder);
  return () => removeTestFolder(folder);
}
