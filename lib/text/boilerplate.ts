/** Cuts out what belongs to the page and not to the text, by the rules of boilerplate-rules. */

import { BOILERPLATE_RULES, type BoilerplateRule } from './boilerplate-rules';
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';
import { isTrigger, type Triggers } from './triggers';

interface NumberedRule extends BoilerplateRule {
  /** Its bit in `OPENINGS`. */
  readonly bit: number;
}

const RULES: readonly NumberedRule[] = BOILERPLATE_RULES.map((rule, i) => ({ ...rule, bit: 1 << i }));
if (RULES.length > 31) throw new Error('more boilerplate rules than bits');
const LINE_RULES = RULES.filter((rule) => rule.scope === 'line');
const PART_RULES = RULES.filter((rule) => rule.scope !== 'line');
/** By unit, the rules that need a word which begins with it: one pass over a line leaves few to be looked for. */
const OPENINGS = new Int32Array(65536);
for (const { needs, bit } of RULES)
  for (const word of needs) OPENINGS[word.charCodeAt(0)] = (OPENINGS[word.charCodeAt(0)] ?? 0) | bit;
/** Longer lines are text, whatever stands in them; only what is appended to them is looked for. */
const LONGEST_LINE = 500;
/** How far from the ends of a long line parts are looked for. */
const MARGIN = 300;
const ORIGINAL_TITLE = /^[（(【[]?原标题[:：]/;
/** A line that may continue an original title: short, and no sentence. */
const CONTINUES = /^[^。！？；]{2,45}$/;

/** The rules that may match in the line `[start, end)`, as bits: none where nothing in it announces boilerplate. */
function openRules(text: string, start: number, end: number, triggers: Triggers): number {
  if (!isAnnounced(text, start, end, triggers)) return 0;
  let rules = 0;
  for (let i = start; i < end; i++) rules |= OPENINGS[text.charCodeAt(i)] as number;
  return rules;
}

function isAnnounced(text: string, start: number, end: number, triggers: Triggers): boolean {
  let before = text.charCodeAt(start);
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isTrigger(triggers, before, unit)) return true;
    before = unit;
  }
  return false;
}

/** Removes boilerplate lines and parts of lines. The text must be in simplified characters already. */
export function cutBoilerplate(draft: Draft, triggers: Triggers): Draft {
  return applyEdits(draft, findBoilerplate(draft.text, triggers));
}

/** What `cutBoilerplate` would cut out of a text. */
export function findBoilerplate(text: string, triggers: Triggers): Edit[] {
  const edits: Edit[] = [];
  const lines = text.split('\n');
  let start = 0;
  let inTitle = false;
  lines.forEach((line, index) => {
    const open = openRules(text, start, start + line.length, triggers);
    if (open === 0 && !inTitle) {
      start += line.length + 1;
      return;
    }
    const trimmed = line.trim();
    const whole =
      open !== 0 && trimmed.length <= LONGEST_LINE && LINE_RULES.some((rule) => matches(rule, open, trimmed));
    const continued = inTitle && isNearEnd(lines, index) && CONTINUES.test(trimmed);
    inTitle = (whole && ORIGINAL_TITLE.test(trimmed)) || continued;
    if (whole || continued) edits.push(cut(start, start + line.length));
    else if (open !== 0 && line.length > 2 * MARGIN) {
      edits.push(...cutParts(line.slice(0, MARGIN), open, start));
      edits.push(...cutParts(line.slice(-MARGIN), open, start + line.length - MARGIN));
    } else if (open !== 0) edits.push(...cutParts(line, open, start));
    start += line.length + 1;
  });
  return edits;
}

/** An original title goes on over several lines only in a footer; at the top the text follows it. */
function isNearEnd(lines: readonly string[], index: number): boolean {
  if (index < 2) return false;
  return lines.slice(index).every((line) => line.trim().length <= 60) && lines.length - index <= 6;
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
