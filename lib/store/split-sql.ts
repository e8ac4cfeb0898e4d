/** One statement of a script: its text without the closing semicolon, and where it starts (UTF-16 units). */
export interface Statement {
  readonly sql: string;
  readonly start: number;
}

/** What can hide a semicolon. Each pattern is sticky and eats the whole of what it opens, or the rest of the script. */
const coverings: readonly { name: string; pattern: RegExp; example: string; counterExample: string }[] = [
  { name: 'line-comment', pattern: /--[^\n]*/y, example: '-- a; b', counterExample: '- a; b' },
  {
    name: 'escape-string',
    pattern: /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/y,
    example: "E'it\\'s; so'",
    counterExample: "'it''s; so'",
  },
  { name: 'string', pattern: /'(?:[^']|'')*(?:'|$)/y, example: "'a''; b'", counterExample: '"a; b"' },
  { name: 'name', pattern: /"(?:[^"]|"")*(?:"|$)/y, example: '"a""; b"', counterExample: "'a; b'" },
  {
    name: 'dollar-quote',
    pattern: /\$((?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?(?:\$\1\$|$(?![\s\S]))/y,
    example: '$body$ a; $x$ b $body$',
    counterExample: '$1; $2',
  },
];

const word = /[A-Za-z0-9_$\u0080-\uffff]/;

/** The end of a block comment that starts at `from`; they nest in SQL. */
function endOfBlock(script: string, from: number): number {
  let depth = 0;
  for (let at = from; at < script.length; at++) {
    const pair = script.slice(at, at + 2);
    if (pair === '/*') depth++;
    else if (pair === '*/') depth--;
    else continue;
    at++;
    if (depth === 0) return at + 1;
  }
  return script.length;
}

/** The end of the string, name, comment or dollar quote that opens at `at`; `at` itself where none does. */
function endOfCovering(script: string, at: number): number {
  if (script.startsWith('/*', at)) return endOfBlock(script, at);
  const insideWord = at > 0 && word.test(script.charAt(at - 1));
  for (const { name, pattern } of coverings) {
    // a$b$c is a name and 1e'x' is none of ours: both need a word boundary before them.
    if (insideWord && (name === 'dollar-quote' || name === 'escape-string')) continue;
    pattern.lastIndex = at;
    if (pattern.test(script)) return pattern.lastIndex;
  }
  return at;
}

function isBlank(sql: string): boolean {
  for (let at = 0; at < sql.length; at++) {
    if (/\s/.test(sql.charAt(at))) continue;
    const comment = sql.startsWith('--', at) || sql.startsWith('/*', at);
    if (!comment) return false;
    at = endOfCovering(sql, at) - 1;
  }
  return true;
}

/**
 * Splits a script into its statements at the semicolons that end one. Knows quotes, dollar quotes and (nested)
 * comments; does not know `BEGIN ATOMIC` bodies of functions, for which dollar quotes serve as well.
 */
export function splitSql(script: string): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  const close = (end: number) => {
    const raw = script.slice(start, end);
    if (!isBlank(raw))
      statements.push({ sql: raw.trim(), start: start + raw.length - raw.trimStart().length });
    start = end + 1;
  };
  for (let at = 0; at < script.length; ) {
    const end = endOfCovering(script, at);
    if (end > at) {
      at = end;
      continue;
    }
    if (script[at] === ';') close(at);
    at++;
  }
  close(script.length);
  return statements;
}

/** The first keywords of a statement, comments before it left out, in capitals: `CREATE INDEX CONCURRENTLY`. */
export function leadingWords(sql: string, count = 4): string {
  let at = 0;
  while (
    at < sql.length &&
    (/\s/.test(sql.charAt(at)) || sql.startsWith('--', at) || sql.startsWith('/*', at))
  ) {
    at = Math.max(at + 1, endOfCovering(sql, at));
  }
  return sql
    .slice(at)
    .split(/[\s(;]+/, count)
    .join(' ')
    .toUpperCase();
}

export const coveringRules = coverings;
