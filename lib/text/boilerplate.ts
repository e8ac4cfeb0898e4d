/** Cuts out what belongs to the page and not to the text, by the rules of boilerplate-rules. */

import { BOILERPLATE_RULES, type BoilerplateRule } from './boilerplate-rules';
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';
import { Positions } from './scan';
import { isTrigger, pairHash, type Triggers } from './triggers';

interface NumberedRule extends BoilerplateRule {
  /** Its bit in `OPENINGS`. */
  readonly bit: number;
}

const RULES: readonly NumberedRule[] = BOILERPLATE_RULES.map((rule, i) => ({ ...rule, bit: 1 << i }));
if (RULES.length > 31) throw new Error('more boilerplate rules than bits');
const LINE_RULES = RULES.filter((rule) => rule.scope === 'line');
const PART_RULES = RULES.filter((rule) => rule.scope !== 'line');
/** By the hash of two units, the rules that need a word which begins with them: one pass over a line leaves few to be looked for. */
const OPENINGS = new Int32Array(4096);
/** Those that need a single character are looked for everywhere. */
let always = 0;
for (const { needs, bit } of RULES) {
  for (const word of needs) {
    if (word.length === 1) always |= bit;
    else {
      const hash = pairHash(word.charCodeAt(0), word.charCodeAt(1));
      OPENINGS[hash] = (OPENINGS[hash] ?? 0) | bit;
    }
  }
}
const ALWAYS = always;
/** Longer lines are text, whatever stands in them; only what is appended to them is looked for. */
const LONGEST_LINE = 500;
/** How far from the ends of a long line parts are looked for. */
const MARGIN = 300;
const ORIGINAL_TITLE = /^[（(【[]?原标题[:：]/;
/** A line that may continue an original title: short, and no sentence. */
const CONTINUES = /^[^。！？；]{2,45}$/;

/** The rules that may match in the line `[start, end)`, as bits. */
function openRules(text: string, start: number, end: number): number {
  const openings = OPENINGS;
  let rules = ALWAYS;
  let before = text.charCodeAt(start);
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    rules |= openings[pairHash(before, unit)] as number;
    before = unit;
  }
  return rules;
}

/** Where the second characters of triggers stand. */
function findTriggers(text: string, triggers: Triggers): Positions {
  const found = new Positions();
  for (let i = 1; i < text.length; i++)
    if (isTrigger(triggers, text.charCodeAt(i - 1), text.charCodeAt(i))) found.push(i);
  return found;
}

/** Removes boilerplate lines and parts of lines. The text must be in simplified characters already. */
export function cutBoilerplate(draft: Draft, triggers: Triggers): Draft {
  return applyEdits(draft, findBoilerplate(draft.text, findTriggers(draft.text, triggers)));
}

/** What `cutBoilerplate` would cut out of a text in which triggers stand at `announcing`. */
export function findBoilerplate(text: string, { at, count }: Positions): Edit[] {
  const edits: Edit[] = [];
  let inTitle = false;
  let next = 0;
  for (let a = 0; a < count || (inTitle && next < text.length); ) {
    // Behind an original title the next line, otherwise the next one that is announced.
    const start: number = inTitle ? next : text.lastIndexOf('\n', at[a] as number) + 1;
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const open = a < count && (at[a] as number) < end ? openRules(text, start, end) : 0;
    const trimmed = text.slice(start, end).trim();
    const whole =
      open !== 0 && trimmed.length <= LONGEST_LINE && LINE_RULES.some((rule) => matches(rule, open, trimmed));
    const continued: boolean = inTitle && CONTINUES.test(trimmed) && isNearEnd(text, start);
    inTitle = (whole && ORIGINAL_TITLE.test(trimmed)) || continued;
    if (whole || continued) edits.push(cut(start, end));
    else if (open !== 0) edits.push(...cutLine(text, start, end, open));
    next = end + 1;
    while (a < count && (at[a] as number) < next) a++;
  }
  return edits;
}

/** Of a long line only the ends are looked at. */
function cutLine(text: string, start: number, end: number, open: number): Edit[] {
  if (end - start <= 2 * MARGIN) return cutParts(text.slice(start, end), open, start);
  return [
    ...cutParts(text.slice(start, start + MARGIN), open, start),
    ...cutParts(text.slice(end - MARGIN, end), open, end - MARGIN),
  ];
}

/** An original title goes on over several lines only in a footer; at the top the text follows it. */
function isNearEnd(text: string, start: number): boolean {
  const before = text.slice(0, start).split('\n').length - 1;
  if (before < 2) return false;
  const lines = text.slice(start).split('\n');
  return lines.length <= 6 && lines.every((line) => line.trim().length <= 60);
}

function cutParts(line: string, open: number, lineStart: number): Edit[] {
  const found: Edit[] = [];
  for (const rule of PART_RULES) {
    const match = mayMatch(rule, open, line) ? rule.pattern.exec(line) : null;
    if (!match || match[0].trim() === '') continue;
    const edit = cut(lineStart + match.index, lineStart + match.index + match[0].length);
    if (!found.some((other) => other.start < edit.end && edit.start < other.end)) found.push(edit);
  }
  return found.sort((a, b) => a.start - b.start);
}

const cut = (start: number, end: number): Edit => ({
  start,
  end,
  text: '',
  kind: 'boilerplate',
  confidence: 0.95,
});

/** Whether a rule for whole lines matches. */
const matches = (rule: NumberedRule, open: number, line: string): boolean =>
  mayMatch(rule, open, line) && rule.pattern.test(line);

const mayMatch = (rule: NumberedRule, open: number, line: string): boolean =>
  (rule.bit & open) !== 0 && rule.needs.some((word) => line.includes(word));
