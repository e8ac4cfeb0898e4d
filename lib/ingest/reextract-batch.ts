import type { Pool } from 'pg';
import { extract } from '@/lib/extract';
import type { Resources } from '@/lib/resources';
import { findingsHash } from '@/lib/store/identity';
import type { Registry } from '@/lib/store/registry';
import type { GivenMetadata } from '@/lib/store/rows';
import { type Restaged, stage } from '@/lib/store/staging';
import { TITLE_REACH } from '@/lib/text/whole-text';
import type { Input, Note, Stage } from '@/lib/types';

interface StoredDocument {
  id: string;
  sha256: Buffer;
  run_id: number;
  source: string;
  external_id: string | null;
  url: string | null;
  title: string;
  encoding: string;
  original: string;
  given: Partial<GivenMetadata>;
  findings: string;
  notes: { stage: string; code: string; start: number | null; detail: string | null }[];
}

/** Notes of the readers and the decoder: they saw bytes that are not kept, so their notes are. */
const KEPT_STAGES: readonly Stage[] = ['read', 'decode'];

function toNote(n: StoredDocument['notes'][number]): Note {
  return {
    stage: n.stage as Stage,
    code: n.code,
    ...(n.start === null ? {} : { start: n.start }),
    ...(n.detail === null ? {} : { detail: n.detail }),
  };
}

/** What the pipeline was given when the document was read. */
function toInput(d: StoredDocument): Input {
  // Documents stored before the given title was kept: it stands at their head.
  const title = d.given.title === undefined ? titleAtHead(d) : d.given.title;
  const head = `${title ?? ''}\n`;
  const apart = title !== null && title.length > TITLE_REACH && d.original.startsWith(head);
  return {
    id: d.external_id,
    source: d.source,
    url: d.url,
    title,
    date: d.given.date ?? null,
    place: d.given.place ?? null,
    published: d.given.published ?? null,
    encoding: d.encoding,
    text: apart ? d.original.slice(head.length) : d.original,
    notes: d.notes.map(toNote),
  };
}

function titleAtHead(d: StoredDocument): string | null {
  return d.original.startsWith(`${d.title}\n`) ? d.title : null;
}

/**
 * Extracts stored documents again, from their originals, and puts those of which anything changed into the waiting
 * room. Gives how many did.
 */
export async function reextractBatch(
  ids: readonly string[],
  context: { readonly pool: Pool; readonly registry: Registry; readonly resources: Resources },
): Promise<number> {
  const { rows } = await context.pool.query<StoredDocument>(
    `SELECT d.id::text AS id, d.sha256, d.run_id, c.name AS source, d.external_id, d.url, d.title, d.encoding, d.original,
       d.given, d.findings::text AS findings,
       coalesce((SELECT jsonb_agg(jsonb_build_object('stage', n.stage, 'code', n.code, 'start', n.start, 'detail', n.detail)
                                  ORDER BY n.ordinal)
                 FROM note n WHERE n.document_id = d.id AND n.stage = ANY($2::text[])), '[]'::jsonb) AS notes
     FROM document d JOIN source c ON c.id = d.source_id WHERE d.id = ANY($1::bigint[])`,
    [ids, KEPT_STAGES],
  );
  const changed: Restaged[] = [];
  for (const d of rows) {
    const input = toInput(d);
    const extraction = extract(input, context.resources);
    if (String(findingsHash(extraction)) === d.findings) continue;
    const { title, date, place, published } = input;
    const given = { title, date, place, published };
    changed.push({ id: BigInt(d.id), sha256: d.sha256, runId: d.run_id, extraction, given });
  }
  await stage(context.pool, context.registry, changed);
  return changed.length;
}
