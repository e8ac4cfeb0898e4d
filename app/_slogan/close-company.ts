import type { View } from '@/lib/format/view';
import { closeCompanyOf } from '@/lib/queries/close-company';
import { type Company, company } from '@/lib/queries/company';

/** So many companions are shown. */
export const COMPANIONS = 12;

/** The slogans that stand in the same paragraphs more often than chance has it, and what they were found in. */
export async function closeCompany(view: View, id: number): Promise<Company> {
  const found = await company(id, view.filters, 'paragraph');
  return { ...found, rows: closeCompanyOf(found, COMPANIONS) };
}
