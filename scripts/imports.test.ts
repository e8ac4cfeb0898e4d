import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCycle, importsOf, readImports, resolveImport } from './setup/read-imports';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Which way imports point: each part of the program and the parts it may know besides itself. A new folder of lib/
 * has to be put here, which is the moment to think about where it belongs.
 */
const mayImport: Record<string, readonly string[]> = {
  'lib/types': [],
  'lib/kernel': [],
  'lib/marks': ['lib/types', 'lib/kernel'],
  'lib/threads': [],
  // The stages know the shapes that travel through them, and not even each other.
  'lib/text': ['lib/types', 'lib/kernel', 'lib/marks'],
  'lib/metadata': ['lib/types', 'lib/kernel', 'lib/marks'],
  'lib/match': ['lib/types', 'lib/kernel', 'lib/marks'],
  'lib/resources': ['lib/types', 'lib/text', 'lib/metadata', 'lib/match'],
  'lib/extract': ['lib/types', 'lib/text', 'lib/metadata', 'lib/match', 'lib/resources'],
  'lib/discover': ['lib/types', 'lib/text', 'lib/match', 'lib/stats', 'lib/resources', 'lib/threads'],
  'lib/demo': ['lib/types', 'lib/text', 'lib/metadata', 'lib/match', 'lib/resources'],
  // The write side and the read side meet only in the schema and in the connections.
  'lib/store': ['lib/types', 'generated'],
  'lib/ingest': [
    'lib/types',
    'lib/text',
    'lib/metadata',
    'lib/match',
    'lib/resources',
    'lib/extract',
    'lib/discover',
    'lib/demo',
    'lib/store',
    'lib/threads',
  ],
  'lib/allowed-host': [],
  'lib/filters': ['lib/types'],
  'lib/position': [],
  'lib/stats': ['lib/filters'],
  'lib/i18n': ['messages'],
  'lib/format': ['lib/types', 'lib/filters', 'lib/position', 'lib/i18n', 'lib/stats'],
  // A phrase that is looked for gets the form that stored texts have: the same conversion as at ingestion.
  'lib/queries': [
    'lib/types',
    'lib/filters',
    'lib/position',
    'lib/stats',
    'lib/text',
    'lib/store',
    'generated',
  ],
  // Questions by name, as JSON and CSV: what /api/v1 serves.
  'lib/api': ['lib/types', 'lib/filters', 'lib/position', 'lib/format', 'lib/stats', 'lib/queries'],
  // What a curator changes by hand. Extracting and ingesting are left to the commands, in processes of their own.
  'lib/curate': ['lib/types', 'lib/store', 'generated'],
  components: ['lib/types', 'lib/filters', 'lib/i18n', 'lib/format'],
  // Pages ask queries, never the database; the import page shows what the same pure core finds.
  app: [
    'components',
    'lib/types',
    'lib/filters',
    'lib/i18n',
    'lib/format',
    'lib/stats',
    'lib/queries',
    'lib/api',
    'lib/curate',
    'lib/text',
    'lib/resources',
    'lib/extract',
  ],
};

/** The part of the program that a path belongs to. */
function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' ? `lib/${second}` : top;
}

describe('imports', () => {
  const graph = readImports(root, ['app', 'components', 'lib', 'scripts', 'e2e']);

  it('are read from a fair number of files', () => {
    expect(graph.size).toBeGreaterThan(20);
  });

  it('point one way', () => {
    const wrong: string[] = [];
    for (const [file, targets] of graph) {
      const part = partOf(file);
      for (const target of targets) {
        const other = partOf(target);
        if (other === part) continue;
        const allowed =
          part === 'scripts' || part === 'e2e'
            ? other !== 'app' && other !== 'components'
            : mayImport[part]?.includes(other);
        if (!allowed) wrong.push(`${file} must not import ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('know every part of lib', () => {
    const unknown = [...graph.keys()]
      .map(partOf)
      .filter((part) => part.startsWith('lib/') && !mayImport[part]);
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('never form a circle', () => {
    expect(findCycle(graph)).toBeUndefined();
  });
});

describe('reading imports', () => {
  it('finds every form and leaves comments alone', () => {
    const source = `import a from 'a';
import {
  b,
} from "@/lib/b";
import './c.css';
export * from './d';
const e = await import('./e');
// import f from 'f';
const g = "from 'g'";`;
    expect(importsOf(source)).toEqual(['a', '@/lib/b', './c.css', './d', './e']);
  });

  it('resolves what is inside the repository', () => {
    expect(resolveImport('lib/a/b.ts', '../c/d.ts')).toBe('lib/c/d');
    expect(resolveImport('app/page.tsx', '@/lib/x')).toBe('lib/x');
    expect(resolveImport('app/page.tsx', 'react')).toBeUndefined();
  });

  it('sees a circle', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(
      findCycle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
        ]),
      ),
    ).toBeUndefined();
  });
});
