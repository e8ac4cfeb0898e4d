import type { View } from '@/lib/format/view';
import { type CompanyRow, company } from '@/lib/queries/company';

const ROWS = 12;
const SIGNIFICANT = 0.05;

/** The slogans that stand in the same paragraphs more often than chance has it, and the reports of the one asked about. */
export async function closeCompany(
  view: View,
  id: number,
): Promise<{ readonly reports: number; readonly rows: readonly CompanyRow[] }> {
  const found = await company(id, view.filters, 'paragraph');
  const rows = found.rows.filter((r) => r.logLikelihood > 0 && r.q < SIGNIFICANT && r.together > 1);
  return { reports: found.reports, rows: rows.slice(0, ROWS) };
}
