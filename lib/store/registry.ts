import type { Pool } from 'pg';
import type { Genre, Issuer, SloganKind } from '@/lib/types';

export interface StratumKey {
  readonly source: string;
  readonly issuer: Issuer | null;
  readonly genre: Genre | null;
}

export interface FoundSlogan {
  readonly canonical: string;
  readonly kind: SloganKind;
}

/**
 * Names of the small tables and their numbers, kept in memory so that a batch asks only for new ones.
 * New names are inserted outside of the batch's transaction: two writers that meet the same new slogan must
 * not wait for each other's whole batch, and a name without rows does no harm.
 */
export class Registry {
  private readonly strata = new Map<string, number>();
  private readonly slogans = new Map<string, number>();
  private readonly sources = new Map<string, number>();

  constructor(
    private readonly pool: Pool,
    private readonly syntheticSources: Set<string> = new Set(),
  ) {}

  /** Says that a source is made up, before it is met. */
  addSynthetic(name: string): void {
    this.syntheticSources.add(name);
  }

  static keyOf(key: StratumKey): string {
    return `${key.source}\n${key.issuer ?? ''}\n${key.genre ?? ''}`;
  }

  /** Number of a combination of source, issuer and genre that `addStrata` has seen. */
  stratum(key: StratumKey): number {
    return known(this.strata.get(Registry.keyOf(key)), `stratum ${Registry.keyOf(key)}`);
  }

  /** Number of a source that `addStrata` has seen. */
  source(name: string): number {
    return known(this.sources.get(name), `source ${name}`);
  }

  /** Number of a slogan that `addSlogans` has seen. */
  slogan(canonical: string): number {
    return known(this.slogans.get(canonical), `slogan ${canonical}`);
  }

  async addStrata(keys: readonly StratumKey[]): Promise<void> {
    const fresh = new Map<string, StratumKey>();
    for (const k of keys) if (!this.strata.has(Registry.keyOf(k))) fresh.set(Registry.keyOf(k), k);
    if (fresh.size === 0) return;
    const rows = [...fresh.values()];
    const sources = [...new Set(rows.map((r) => r.source))];
    await this.pool.query(
      `INSERT INTO source (name, synthetic) SELECT n, n = ANY($2::text[]) FROM unnest($1::text[]) n ORDER BY n
       ON CONFLICT (name) DO NOTHING`,
      [sources, [...this.syntheticSources]],
    );
    const parameters = [
      rows.map((r) => r.source),
      rows.map((r) => r.issuer ?? ''),
      rows.map((r) => r.genre ?? ''),
    ];
    const wanted = `unnest($1::text[], $2::text[], $3::text[]) k (source, issuer, genre) JOIN source s ON s.name = k.source`;
    await this.pool.query(
      `INSERT INTO stratum (source_id, issuer, genre) SELECT s.id, k.issuer, k.genre FROM ${wanted} ORDER BY 1, 2, 3
       ON CONFLICT (source_id, issuer, genre) DO NOTHING`,
      parameters,
    );
    const found = await this.pool.query<{
      source: string;
      source_id: number;
      issuer: string;
      genre: string;
      id: number;
    }>(
      `SELECT k.source, s.id AS source_id, k.issuer, k.genre, t.id FROM ${wanted}
       JOIN stratum t ON t.source_id = s.id AND t.issuer = k.issuer AND t.genre = k.genre`,
      parameters,
    );
    for (const r of found.rows) {
      this.strata.set(`${r.source}\n${r.issuer}\n${r.genre}`, r.id);
      this.sources.set(r.source, r.source_id);
    }
  }

  async addSlogans(slogans: readonly FoundSlogan[]): Promise<void> {
    const fresh = new Map(
      slogans.filter((s) => !this.slogans.has(s.canonical)).map((s) => [s.canonical, s.kind]),
    );
    if (fresh.size === 0) return;
    const names = [...fresh.keys()];
    await this.pool.query(
      `INSERT INTO slogan (canonical, kind, status, members)
       SELECT c, k::slogan_kind, 'found', '{}' FROM unnest($1::text[], $2::text[]) n (c, k) ORDER BY c
       ON CONFLICT (canonical) DO NOTHING`,
      [names, [...fresh.values()]],
    );
    const found = await this.pool.query<{ id: number; canonical: string }>(
      'SELECT id, canonical FROM slogan WHERE canonical = ANY($1::text[])',
      [names],
    );
    for (const r of found.rows) this.slogans.set(r.canonical, r.id);
  }
}

function known(id: number | undefined, what: string): number {
  if (id === undefined)
    throw new Error(`the registry was not told of ${what} before it was asked for its number`);
  return id;
}
