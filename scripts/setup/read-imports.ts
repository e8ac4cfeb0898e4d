import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const statement =
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** What a source imports, as written: `@/lib/types`, `./scan`, `node:fs`. Comments at the start of a line do not count. */
export function importsOf(source: string): string[] {
  const code = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return [...code.matchAll(statement)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The path of an import inside the repository, without extension; nothing for packages. */
export function resolveImport(from: string, specifier: string): string | undefined {
  const inside = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  return inside?.replace(/\.(?:[mc]?[jt]sx?)$/, '');
}

/** Every source file of the folders, tests left out, with the paths in the repository that it imports. */
export function readImports(root: string, folders: readonly string[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:tsx?|mjs)$/.test(name) || /\.d\.m?ts$|\.(?:test|spec)\.tsx?$/.test(name)) continue;
      const file = posix.join(folder, name.replaceAll('\\', '/'));
      const found = importsOf(readFileSync(join(root, file), 'utf8'));
      const inside = found.flatMap((specifier) => resolveImport(file, specifier) ?? []);
      graph.set(file.replace(/\.(?:tsx?|mjs)$/, ''), inside);
    }
  }
  return graph;
}

/** One circle of imports, first file repeated at the end; nothing where there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
