import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { numbers } from '@/lib/format/numbers';
import { LOCALES } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translator';
import { FIGURES } from '../_figures/registry';
import { GLOSSARY } from './glossary';

const entries = GLOSSARY.flatMap((section) => section.entries);
const explained = new Set<unknown>(entries.flatMap((entry) => entry.computedBy ?? []));

/** Sources below a folder, without tests. */
function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

/** The functions of lib/stats that the site computes its numbers by: whoever imports them is no statistic himself. */
async function inUse(): Promise<{ name: string; compute: unknown }[]> {
  const readers = ['lib/queries', 'lib/format', 'lib/api', 'app', 'components']
    .flatMap(sources)
    .filter(({ path }) => !path.startsWith('app/_methods'));
  const modules = sources('lib/stats').map(({ path }) => path.replace(/\.ts$/, ''));
  const found: { name: string; compute: unknown }[] = [];
  for (const path of modules) {
    const imported = new RegExp(`import \\{([^}]*)\\} from '@/${path}'`, 'g');
    const names = readers.flatMap(({ text }) =>
      [...text.matchAll(imported)].flatMap(([, list = '']) => list.split(',').map((name) => name.trim())),
    );
    const exported = (await import(/* @vite-ignore */ `@/${path}`)) as Record<string, unknown>;
    for (const name of new Set(names))
      if (typeof exported[name] === 'function') found.push({ name, compute: exported[name] });
  }
  return found;
}

it('explains every statistic that the site computes', async () => {
  const used = await inUse();
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter(({ compute }) => !explained.has(compute)).map(({ name }) => name)).toEqual([]);
});

it('explains every chart', () => {
  const shown = new Set(entries.flatMap((entry) => entry.figures ?? []));
  expect(Object.keys(FIGURES).filter((name) => !shown.has(name))).toEqual([]);
  expect([...shown].filter((name) => !(name in FIGURES))).toEqual([]);
});

it.each(LOCALES)('says in %s the cut-offs that are computed with', (locale) => {
  const t = translator(locale);
  const n = numbers(locale);
  for (const { key, values } of entries) {
    const known = values?.(n) ?? {};
    const text = t(`methods.${key as 'share'}`, known as Record<never, never>);
    for (const value of Object.values(known)) expect(text, key).toContain(value);
    expect(text, key).not.toMatch(/[{}]|NaN/);
    expect(t.has(`methods.${key as 'share'}-title`), key).toBe(true);
  }
});

it('has every entry once', () => {
  const keys = entries.map((entry) => entry.key);
  expect(new Set(keys).size).toBe(keys.length);
});
