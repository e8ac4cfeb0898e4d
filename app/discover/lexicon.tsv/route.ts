import { lexiconFile } from '@/lib/format/lexicon-file';
import { candidates } from '@/lib/queries/candidates';
import { currentData } from '../../_frame/frame-data';

const MOST = 100_000;

/** The accepted candidates as a lexicon file, for `--lexicon FILE` and for editing. */
export async function GET(): Promise<Response> {
  const [accepted, data] = await Promise.all([
    candidates({ status: 'accepted', order: 'name', limit: MOST, offset: 0 }),
    currentData(),
  ]);
  const remark = `Candidates that curators accepted; data version ${data.version}.`;
  return new Response(lexiconFile(accepted, remark), {
    headers: {
      'content-type': 'text/tab-separated-values; charset=utf-8',
      'content-disposition': 'attachment; filename="accepted.tsv"',
      'cache-control': 'private, no-cache',
    },
  });
}
