import type { Wish } from '@/lib/curate/curate';
import { parseFilters } from '@/lib/filters';

const LONGEST = 500;
/** Numbers of documents have 63 bits. */
const IDS = 2n ** 63n;

/** What a form asks for; null where it cannot be read. */
export function readWish(form: FormData): Wish | null {
  const field = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, LONGEST);
  const number = /^\d{1,9}$/.test(field('id')) ? Number(field('id')) : null;
  const document = /^\d{1,19}$/.test(field('id')) && BigInt(field('id')) < IDS ? field('id') : null;
  const kind = field('kind');
  if (kind === 'candidate' && number !== null) {
    const decision = (['accepted', 'rejected'] as const).find((d) => d === field('decision'));
    return decision ? { kind, id: number, decision } : null;
  }
  if (kind === 'undo' && number !== null) return { kind, id: number };
  if (kind === 'hide' && document && field('reason')) return { kind, id: document, reason: field('reason') };
  if (kind === 'correct' && document) {
    const [date, place] = [field('date'), field('place')];
    // The rules for dates and codes are those of the filters.
    const { problems } = parseFilters({ from: date, place });
    return problems.length === 0 ? { kind, id: document, date, place } : null;
  }
  if (kind === 'import') return { kind, name: field('name'), source: field('source') };
  return null;
}
