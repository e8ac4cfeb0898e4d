import type { Extraction } from '@/lib/types';

function counts(e: Extraction): string[] {
  const times = new Map<string, number>();
  for (const m of e.mentions) times.set(m.slogan, (times.get(m.slogan) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([slogan, n]) => `  ${String(n).padStart(3)}  ${slogan}`);
}

/** One document for people: where, when, which slogans how often, which lists. */
export function extractionTable(e: Extraction): string {
  const lists = e.lists.map(
    (l) => `  ${l.style} × ${l.items.length}  ${l.items.map((i) => i.head).join(' / ')}`,
  );
  const notes = e.notes.map((n) => `  ${n.stage}: ${n.code}${n.detail ? ` (${n.detail})` : ''}`);
  return [
    `${e.title || '(no title)'}  [${e.id ?? ''}]`,
    `  ${e.date?.value ?? 'no date'} · ${e.place?.path.join(' ') ?? 'no place'} · ${e.issuer ?? '?'} · ${e.genre ?? '?'} · ${e.reports.length} report(s), ${e.repairs.length} repair(s)`,
    ...counts(e),
    ...(lists.length > 0 ? ['  lists', ...lists] : []),
    ...(notes.length > 0 ? ['  notes', ...notes] : []),
    '',
  ].join('\n');
}
