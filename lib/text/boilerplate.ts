/** Cuts out what belongs to the page and not to the text, by the rules of boilerplate-rules. */

import { BOILERPLATE_RULES, type BoilerplateRule } from './boilerplate-rules';
import { CLASS } from './classes';
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';
import { isTrigger, type Triggers } from './scan';

const LINE_RULES = BOILERPLATE_RULES.filter((rule) => rule.scope === 'line');
const PART_RULES = BOILERPLATE_RULES.filter((rule) => rule.scope !== 'line');
/** Longer lines are text, whatever stands in them; only what is appended to them is looked for. */
const LONGEST_LINE = 500;
/** How far from the ends of a long line parts are looked for. */
const MARGIN = 300;
const ORIGINAL_TITLE = /^[（(【[]?原标题[:：]/;
/** A line that may continue an original title: short, and no sentence. */
const CONTINUES = /^[^。！？；]{2,45}$/;

/** How lines are found that rules are tried on: see `scan`. */
export interface TriggerFinder {
  readonly classes: Uint8Array;
  readonly triggers: Triggers;
}

function hasTrigger(line: string, { classes, triggers }: TriggerFinder): boolean {
  for (let i = 1; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (((classes[unit] ?? 0) & CLASS.boilerplate) === 0) continue;
    if (isTrigger(triggers, line.charCodeAt(i - 1), unit)) return true;
  }
  return false;
}

/** Removes boilerplate lines and parts of lines. The text must be in simplified characters already. */
export function cutBoilerplate(draft: Draft, finder: TriggerFinder): Draft {
  return applyEdits(draft, findBoilerplate(draft.text, finder));
}

/** What `cutBoilerplate` would cut out of a text. */
export function findBoilerplate(text: string, finder: TriggerFinder): Edit[] {
  const edits: Edit[] = [];
  const lines = text.split('\n');
  let start = 0;
  let inTitle = false;
  lines.forEach((line, index) => {
    const trimmed = line.trim();
    const isTried = hasTrigger(line, finder);
    const whole =
      isTried && trimmed.length <= LONGEST_LINE && LINE_RULES.some((rule) => matches(rule, trimmed));
    const continued = inTitle && isNearEnd(lines, index) && CONTINUES.test(trimmed);
    inTitle = (whole && ORIGINAL_TITLE.test(trimmed)) || continued;
    if (whole || continued) edits.push(cut(start, start + line.length));
    else if (isTried && line.length > 2 * MARGIN) {
      edits.push(...cutParts(line.slice(0, MARGIN), start));
      edits.push(...cutParts(line.slice(-MARGIN), start + line.length - MARGIN));
    } else if (isTried) edits.push(...cutParts(line, start));
    start += line.length + 1;
  });
  return edits;
}

/** An original title goes on over several lines only in a footer; at the top the text follows it. */
function isNearEnd(lines: readonly string[], index: number): boolean {
  if (index < 2) return false;
  return lines.slice(index).every((line) => line.trim().length <= 60) && lines.length - index <= 6;
}

function cutParts(line: string, lineStart: number): Edit[] {
  const found: Edit[] = [];
  for (const rule of PART_RULES) {
    const match = mayMatch(rule, line) ? rule.pattern.exec(line) : null;
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
const matches = (rule: BoilerplateRule, line: string): boolean =>
  mayMatch(rule, line) && rule.pattern.test(line);

const mayMatch = (rule: BoilerplateRule, line: string): boolean =>
  rule.needs.some((word) => line.includes(word));
