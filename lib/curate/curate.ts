import { getPool } from '@/lib/store/client';
import { type CuratorAction, latestActions, openAction } from './actions';
import {
  correctDocument,
  type Decision,
  decideCandidate,
  hideDocument,
  importFile,
  type Refusal,
  undoAction,
} from './decide';

/** What a curator can ask for; the fields are those of a form. */
export type Wish =
  | { readonly kind: 'candidate'; readonly id: number; readonly decision: Decision }
  | { readonly kind: 'hide'; readonly id: string; readonly reason: string }
  | { readonly kind: 'correct'; readonly id: string; readonly date: string; readonly place: string }
  | { readonly kind: 'import'; readonly name: string; readonly source: string }
  | { readonly kind: 'undo'; readonly id: number };

/** Does what a curator asks for, and writes it down; null when it is done, else why not. */
export async function curate(curator: string, wish: Wish): Promise<Refusal | null> {
  const pool = await getPool('write');
  if (wish.kind === 'candidate') return decideCandidate(pool, curator, wish.id, wish.decision);
  if (wish.kind === 'hide') return hideDocument(pool, curator, wish.id, wish.reason);
  if (wish.kind === 'correct') return correctDocument(pool, curator, wish.id, wish);
  if (wish.kind === 'import') return importFile(pool, curator, wish.name, wish.source);
  const action = await openAction(pool, wish.id);
  return action ? undoAction(pool, curator, action) : 'gone';
}

/** What curators did, the latest first. */
export async function curatorLog(limit: number): Promise<readonly CuratorAction[]> {
  return latestActions(await getPool('write'), limit);
}
