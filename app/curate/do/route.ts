import { type NextRequest, NextResponse } from 'next/server';
import { curate } from '@/lib/curate/curate';
import { isCuratorToken, makeSession, readSession } from '@/lib/curate/session';
import { dropStaged, MOST_BYTES } from '@/lib/curate/staged-files';
import { CURATOR_COOKIE } from '../../_curate/curator';
import { maySignIn } from '../../_curate/may-sign-in';
import { readForm } from '../../_curate/read-form';
import { readUpload } from '../../_curate/read-upload';
import { readWish } from '../../_curate/read-wish';
import { ownPage } from '../../_frame/own-page';
import { requestOrigin } from '../../_frame/request-origin';

const COOKIE = { httpOnly: true, sameSite: 'strict', path: '/', maxAge: 12 * 3600 } as const;
/** Form fields around a file of the greatest size. */
const ROOM = 64 * 1024;

/** To what no form of ours sends. */
const unreadable = (expected: string) => new Response(`expected: ${expected}\n`, { status: 400 });

/** Back to a page of ours with what became of it. */
function back(origin: string, form: FormData, change: Record<string, string>): NextResponse {
  const url = ownPage(String(form.get('back') ?? ''), origin, '/curate');
  for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
  return NextResponse.redirect(url, 303);
}

function signIn(request: NextRequest, origin: string, form: FormData): NextResponse {
  if (!maySignIn(request, performance.now())) return back(origin, form, { told: 'wait' });
  if (!isCuratorToken(String(form.get('token') ?? ''))) return back(origin, form, { told: 'token' });
  const name =
    String(form.get('curator') ?? '')
      .trim()
      .slice(0, 40) || '—';
  const response = back(origin, form, { told: 'in' });
  response.cookies.set(CURATOR_COOKIE, makeSession(name, Date.now()), COOKIE);
  return response;
}

/**
 * Everything that changes something: forms of our own pages, from the same origin and, but for signing in, with the
 * session of a curator.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const origin = await requestOrigin();
  if (request.headers.get('origin') !== origin) return new Response('', { status: 403 });
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES + ROOM)
    return new Response('', { status: 413 });
  const form = await readForm(request);
  if (!form) return unreadable('a form');
  const kind = form.get('kind');
  if (kind === 'sign-in') return signIn(request, origin, form);
  const curator = readSession(request.cookies.get(CURATOR_COOKIE)?.value, Date.now());
  if (!curator) return new Response('', { status: 403 });
  if (kind === 'sign-out') {
    const response = back(origin, form, { told: 'out' });
    response.cookies.delete(CURATOR_COOKIE);
    return response;
  }
  if (kind === 'stage') {
    const staged = await readUpload(form);
    return back(origin, form, 'name' in staged ? { staged: staged.name } : { told: staged.problem });
  }
  if (kind === 'drop') {
    dropStaged(String(form.get('name') ?? ''));
    return back(origin, form, { told: 'dropped' });
  }
  const wish = readWish(form);
  if (!wish && kind === 'hide') return unreadable('the number of a document, and a reason');
  if (!wish) return back(origin, form, { told: 'unreadable' });
  return back(origin, form, { told: (await curate(curator, wish)) ?? 'done' });
}
