import { diffChars } from 'diff';
import { Fragment } from 'react';

/** Longer than this, looking for the differences is given up, in ms: the texts have little in common then. */
const PATIENCE = 400;

/** With less in common than this share of the longer one, marks would only hide the text. */
const ALIKE = 0.4;

/**
 * A text against another: what only this one has is marked as added, what only the other has as left out. Where the two
 * have too little in common to be aligned, the text alone.
 */
export function Differences({ before, after }: { before: string; after: string }) {
  const parts = diffChars(before, after, { timeout: PATIENCE });
  const common = (parts ?? []).reduce((sum, p) => sum + (p.added || p.removed ? 0 : p.value.length), 0);
  if (!parts || common < ALIKE * Math.max(before.length, after.length)) return after;
  let at = 0;
  return parts.map((part) => {
    const key = `${at}`;
    at += part.value.length;
    if (part.added) return <ins key={key}>{part.value}</ins>;
    if (part.removed) return <del key={key}>{part.value}</del>;
    return <Fragment key={key}>{part.value}</Fragment>;
  });
}
