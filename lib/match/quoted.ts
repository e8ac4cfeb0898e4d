import type { SloganKind } from '@/lib/types';
import { isQuotedFormula } from './formulas';
import { isQuotedNumeral } from './numerals';
import { isQuotedParallel } from './parallels';

/** A wording that officials use as a name for what should be done stands before or after such words. */
const BEFORE =
  /(?:坚持|落实|践行|树立|树牢|秉持|秉承|按照|遵循|贯彻|发扬|弘扬|强化|增强|牢记|围绕|聚焦|做到|实现|实施|坚守|突出|推行|推广|构建|形成|打造|牢固树立[一-龥]{0,6})$/;
const AFTER =
  /^(?:的)?(?:总)?(?:[一-龥]{0,2})(?:要求|方针|原则|理念|思路|策略|意识|导向|目标|机制|模式|工作法|格局|战略|观念|作风|精神|总体思路|基调)/;
const WORDING = /^\p{Script=Han}{3,12}$/u;
const NAMED =
  /(?:论坛|小程序|平台|公司|集团|学院|大学|号|奖|节|杯|展|会|日|周|活动|计划|工程|行动|基地|中心|小镇|公园|课程|栏目|系统|协会|联盟|指数|卡|码|网|人|者|家|员|队|组织|协定|条约|法案|报告)$/;

/** The kind of a quoted slogan that no lexicon lists, or null. `open` and `close` are the offsets of the marks. */
export function classifyQuoted(text: string, open: number, close: number): SloganKind | null {
  const content = text.slice(open + 1, close);
  const before = text.slice(Math.max(0, open - 10), open);
  const after = text.slice(close, close + 12);
  if (isSpeechOrTitle(before, content)) return null;
  if (isProductName(after)) return null;
  if (isQuotedNumeral(content)) return 'numeral';
  if (isQuotedFormula(content, after)) return 'formula';
  if (isQuotedParallel(content)) return 'parallel';
  if (WORDING.test(content) && !NAMED.test(content) && BEFORE.test(before) && AFTER.test(after.slice(1)))
    return 'quoted';
  return null;
}

function isSpeechOrTitle(before: string, content: string): boolean {
  if (/[。！？]$/.test(content)) return true;
  return /(?:[说道称问答写喊]|[：:]|名为|题为|主题为|主题是|以)$/.test(before) && content.length > 6;
}

function isProductName(after: string): boolean {
  return /^”(?:小程序|App|APP|app|软件|公众号|微信号|客户端|网站|牌|号|轮|舰|艇|卫星|火箭|飞船|导弹|病毒|疫苗|台风|飓风|乐队|剧|电影|电视剧|专列|航母)/.test(
    after,
  );
}
