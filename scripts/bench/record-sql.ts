import pg from 'pg';

/** A statement as it went to the server. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** In its transaction the planner was told to leave sequential scans out. */
  readonly forced: boolean;
}

/** What the plan of a statement says, as it ran. */
export interface PlanFacts {
  /** Rows that its scans touched, also those that a filter then refused. */
  readonly rowsRead: number;
  /** Tables that it read from one end to the other. */
  readonly scanned: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The statements that `work` sends, whichever library sends them. */
export async function recordStatements(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const found: Statement[] = [];
  const forced = new WeakSet<pg.Client>();
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function recorded(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const given = first as { text?: string; values?: unknown[] } | string | undefined;
    const text = typeof given === 'string' ? given : given?.text;
    const values = (typeof given === 'string' ? second : (given?.values ?? second)) as unknown[] | undefined;
    if (text?.includes('enable_seqscan = off')) forced.add(this);
    if (text && /^(COMMIT|ROLLBACK)\b/i.test(text)) forced.delete(this);
    if (text && /^[\s(]*(SELECT|WITH)\b/i.test(text))
      found.push({ text, values: Array.isArray(values) ? values : [], forced: forced.has(this) });
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return found;
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

function touched(node: PlanNode): number {
  const once =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return once * (node['Actual Loops'] ?? 1);
}

/** What reads a table from one end to the other, also part by part. */
const SCANS = ['Seq Scan', 'Tid Range Scan'];

/** Runs a statement again under EXPLAIN (ANALYZE, BUFFERS), as it ran, and sums up what its scans read. */
export async function planOf(client: pg.ClientBase, { text, values, forced }: Statement): Promise<PlanFacts> {
  await client.query('BEGIN');
  try {
    // Readers give up after a while; a plan is waited for.
    await client.query('SET LOCAL statement_timeout = 0');
    if (forced) await client.query('SET LOCAL enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`,
      [...values],
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('EXPLAIN gave no plan');
    const scans = [...nodesOf(plan)].filter((n) => n['Relation Name'] !== undefined);
    return {
      rowsRead: Math.round(scans.reduce((sum, n) => sum + touched(n), 0)),
      scanned: scans.filter((n) => SCANS.includes(n['Node Type'])).map((n) => n['Relation Name'] ?? ''),
    };
  } finally {
    await client.query('ROLLBACK');
  }
}
