import { INSTRUCTS } from './parallel-openings';

/** Words behind which instructions follow: somebody speaks, or a colon announces them, or they say what comes next. */
const LEAD =
  /(?:(?:强调|指出|要求|提出|表示|认为|明确|号召|希望|宣布|说|称)[，：]|：|^(?:下一步|今后|当前|同时|为此|对此|因此|接下来|下一阶段|新征程上|新时代新征程)，)“?$/;
/** What is no longer one clause or two. */
const LONGEST = 80;

/** Sentences up to the first of several parallel instructions, with those that lead to it and those that do not. */
export const LEADS: readonly string[] = [
  '会议强调，',
  '他指出，',
  '区长李某在会上要求：',
  '要做到：“',
  '下一步，',
];
export const NO_LEADS: readonly string[] = ['全市上下动员起来，', '要坚持问题导向，', '要严格要求，', '“'];

/** Whether what a sentence begins with leads to parallel instructions; an instruction itself only before a colon. */
export function isLead(words: string): boolean {
  if (words.length > LONGEST || !LEAD.test(words)) return false;
  return /：“?$/.test(words) || !INSTRUCTS.test(words);
}
