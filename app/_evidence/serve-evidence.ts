import { PACKS, type Pack, type PackName } from '@/lib/api/packs';
import { problem } from '@/lib/api/problem';
import { filterSchema } from '@/lib/filters';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { currentData } from '../_frame/frame-data';
import { requestOrigin } from '../_frame/request-origin';
import { evidencePack } from './evidence-pack';

const LONGEST = 200;
/** What only says how a page is shown. */
const SHOWN = ['lang', 'v'];

let turn: Promise<unknown> = Promise.resolve();

/** Packs are made one after the other: each may paint pictures for seconds. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

function unknownParameters(given: Readonly<Record<string, string>>, own: readonly string[]) {
  const known = [...Object.keys(filterSchema.shape), ...own];
  return Object.entries(given)
    .filter(([name]) => !known.includes(name) && !SHOWN.includes(name))
    .map(([name, value]) => ({ name, given: value, expected: `one of ${known.join(', ')}` }));
}

/** Answers with the pack of a view; the parameters are those of its page. */
export async function serveEvidence(request: Request, name: PackName): Promise<Response> {
  const { own: names }: Pack = PACKS[name];
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const view = makeView(await requestLocale(), `/evidence/${name}`, given);
  const wrong = [
    ...unknownParameters(given, names),
    ...view.problems.map(({ parameter, given: value, expected }) => ({
      name: parameter,
      given: value,
      expected,
    })),
  ];
  if (wrong.length > 0) return problem('invalid-parameters', { parameters: wrong });
  const own = Object.fromEntries(names.map((key) => [key, given[key]?.slice(0, LONGEST) || undefined]));
  const [origin, { version }] = await Promise.all([requestOrigin(), currentData()]);
  const archive = await inTurn(() => evidencePack(view, name, own, origin));
  if (!archive) return problem('not-found');
  return new Response(new Uint8Array(archive), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="tifa-evidence-${name}-v${version}.zip"`,
      'cache-control': 'no-cache',
    },
  });
}
