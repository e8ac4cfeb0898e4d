import { UnitSet } from './characters';

/** Endings that make what stands before them the name of a body or a law, and no slogan there. */
const BODY_AFTER =
  /(?:工作|建设|专项斗争)?(?:领导小组|委员会|协调小组|办公室|促进会|基金会|研究院|研究会|研究中心|学院|促进法|展览馆|博物馆|纪念馆)|局(?![部势面限])/y;

/** Units with which those endings begin. */
export const OPENINGS = new UnitSet('工建专领委协办促基研学展博纪局');

/** Whether a wording that ends at `end` goes on as the name of a body (全面深化改革|委员会, 乡村振兴|局). */
export function isBodyName(text: string, end: number): boolean {
  if (end >= text.length || !OPENINGS.has(text.charCodeAt(end))) return false;
  BODY_AFTER.lastIndex = end;
  return BODY_AFTER.test(text);
}
