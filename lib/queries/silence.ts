import type { Filters } from '@/lib/filters';
import { silenceProbability } from '@/lib/stats/adoption';
import { adjustForMany } from '@/lib/stats/keyness';
import { getPrisma } from '@/lib/store/client';
import { compareSlogans } from './compare-slogans';

export interface SilenceRow {
  readonly id: number;
  readonly canonical: string;
  /** Reports of the peers that hold it, all their reports, and how many of the peers say it. */
  readonly peerReports: number;
  readonly peerTotal: number;
  readonly peersSaying: number;
  /** Reports of the place that would be expected to hold it, at the share of the median peer. */
  readonly expected: number;
  /** Probability of seeing none, and that adjusted for asking of all slogans at once. */
  readonly p: number;
  readonly q: number;
}

export interface Silence {
  readonly place: string;
  readonly reports: number;
  /** Places of the same level and the same parent with reports of their own. */
  readonly peers: readonly string[];
  /** Slogans that are expected and absent, the least explicable first. */
  readonly rows: readonly SilenceRow[];
}

/** Peers that are too few to expect anything from. */
export const FEWEST_PEERS = 2;
const MOST_PEERS = 60;

async function peersOf(code: string): Promise<string[]> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ code: string }[]>`
    SELECT p.code FROM place p JOIN place me ON me.code = ${code}
    WHERE p.parent_code = me.parent_code AND p.level = me.level AND p.code <> me.code
      AND p.code IN (SELECT w.ancestor_code FROM place_within w JOIN place_month t ON t.place_code = w.place_code)
    ORDER BY p.code LIMIT ${MOST_PEERS}`;
  return rows.map((r) => r.code);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * What a place does not say although its peers (same level, same parent) do: expected at the share of the median peer,
 * so that one talkative neighbour expects nothing, and absent from all of its reports in scope.
 */
export async function silence(filters: Filters, place: string): Promise<Silence> {
  const all = await peersOf(place);
  const { totals, slogans } = await compareSlogans(filters, [place, ...all]);
  const reports = totals[0]?.reports ?? 0;
  const peers = all.filter((_, i) => (totals[i + 1]?.reports ?? 0) > 0);
  if (peers.length < FEWEST_PEERS || reports === 0) return { place, reports, peers, rows: [] };
  const at = peers.map((code) => all.indexOf(code) + 1);
  const peerTotal = at.reduce((sum, i) => sum + (totals[i]?.reports ?? 0), 0);
  const expected = slogans.map((s) => {
    const share = median(at.map((i) => (s.reports[i] ?? 0) / (totals[i]?.reports ?? 1)));
    return { s, share, p: silenceProbability(share, reports) };
  });
  const qs = adjustForMany(expected.map((e) => e.p));
  const rows = expected.map(
    ({ s, share, p }, i): SilenceRow => ({
      id: s.id,
      canonical: s.canonical,
      peerReports: at.reduce((sum, k) => sum + (s.reports[k] ?? 0), 0),
      peerTotal,
      peersSaying: at.filter((k) => (s.reports[k] ?? 0) > 0).length,
      expected: share * reports,
      p,
      q: qs[i] ?? 1,
    }),
  );
  const silent = rows.filter((r, i) => (slogans[i]?.reports[0] ?? 0) === 0 && r.expected > 0);
  return {
    place,
    reports,
    peers,
    rows: silent.sort((a, b) => a.p - b.p || (a.canonical < b.canonical ? -1 : 1)),
  };
}
