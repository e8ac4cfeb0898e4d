import { SIGNIFICANT } from '@/lib/stats/intervals';
import type { Company, CompanyRow } from './company';

/** The `most` slogans that stand together with the one asked about more often than chance has it. */
export function closeCompanyOf(found: Company, most: number): CompanyRow[] {
  return found.rows.filter((r) => r.logLikelihood > 0 && r.q < SIGNIFICANT && r.together > 1).slice(0, most);
}
