import type { View } from '@/lib/format/view';
import type { SloganEntry } from '@/lib/queries/slogan';
import { closeCompany } from './close-company';

/** So many of its company take part. */
const LINKS = 4;

/** A slogan and those that stand in its paragraphs most: the chain whose order is told. */
export async function chainOf(
  view: View,
  slogan: SloganEntry,
): Promise<readonly { readonly id: number; readonly canonical: string }[]> {
  const { rows } = await closeCompany(view, slogan.id);
  return [{ id: slogan.id, canonical: slogan.canonical }, ...rows.slice(0, LINKS)];
}
