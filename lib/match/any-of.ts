/** `(` that captures, outside of classes; `\1` that refers to a group; or what only looks like one of them. */
const GROUPS = /\\(\d+)|\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)/gs;

/**
 * One pattern that fits where any of several does: a table of forty rules costs one test where none of them fits, as
 * in nearly all texts. The patterns have the same flags and no groups with names; references to groups go on
 * pointing to their own.
 */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  const flags = new Set(patterns.map((pattern) => pattern.flags));
  if (flags.size > 1) throw new Error(`patterns with different flags: ${[...flags].join(', ')}`);
  let before = 0;
  const sources = patterns.map(({ source }) => {
    let own = 0;
    const shifted = source.replace(GROUPS, (written, reference: string | undefined) => {
      if (written === '(') own++;
      return reference === undefined ? written : `\\${Number(reference) + before}`;
    });
    before += own;
    return `(?:${shifted})`;
  });
  return new RegExp(sources.join('|'), [...flags][0]);
}
