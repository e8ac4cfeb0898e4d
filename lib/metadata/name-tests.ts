import type { Gazetteer, NameEntry } from './gazetteer.ts';

/** What the characters around something that looks like a place say it is instead, or who acts beside it. */

const TITLES = '书记 市长 区长 县长 省长 州长 主席 主任 部长 局长 厅长 常委 委员 代表 校长 院长 记者'.split(
  ' ',
);
/** The commonest family names. */
const SURNAMES = new Uint8Array(65536);
for (const name of '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余叶杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶贺顾毛郝龚邵万钱严武戴莫孔汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷申欧耿关兰焦俞左柳甘祝包宁')
  SURNAMES[name.charCodeAt(0)] = 1;

const TOWN_MEETS =
  /[一-龥]{1,5}?(?:镇|乡|街道)(?:党工委|党委|办事处|人民政府|政府)?(?:组织)?(?:召开|举行|举办)/y;

/** 6月24日，|博罗县|石湾镇召开: a town of the county meets, as the county itself would. */
export function townConvenes(text: string, start: number, end: number): boolean {
  if (start === 0 || !'，。日午'.includes(text.charAt(start - 1))) return false;
  TOWN_MEETS.lastIndex = end;
  return TOWN_MEETS.test(text);
}

/** 桃源|街道 where no county in short 桃源 has a street of that name. */
export function namesTown(
  text: string,
  start: number,
  end: number,
  { kind, divisions }: NameEntry,
  gazetteer: Gazetteer,
): boolean {
  if (kind !== 'short' || !text.startsWith('街道', end)) return false;
  const counties = gazetteer.countiesOfTown(text.slice(start, end + 2));
  return counties.length > 0 && !divisions.some(({ code }) => counties.includes(code));
}

/** 区委书记李|安阳, 市长王|长春: a family name between an office and what looks like a place. */
export function namesPerson(text: string, units: Uint16Array, start: number): boolean {
  if (start < 3 || SURNAMES[units[start - 1] as number] === 0) return false;
  return TITLES.includes(text.slice(start - 3, start - 1));
}

/** 生态环境厅, 职称改革领导小组办公室: the name of a body begins right after the place. */
export function isDepartment(text: string, units: Uint16Array, end: number): boolean {
  const most = Math.min(text.length, end + 16);
  for (let i = end; i < most; i++) {
    const unit = units[i] as number;
    // 的 ends a name
    if (!(unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x7684) return false;
    // 厅 局, but not 格局, 布局
    if (
      i > end + 1 &&
      (unit === 0x5385 || (unit === 0x5c40 && !'格布大'.includes(text.charAt(i - 1)))) &&
      text.charCodeAt(i + 1) !== 0x957f
    )
      return true;
    // 组 or 会 of 领导小组, 委员会
    if (unit === 0x7ec4 && text.startsWith('领导小组', i - 3)) return true;
    if (unit === 0x4f1a && (text.startsWith('委员会', i - 2) || text.startsWith('联合会', i - 2)))
      return true;
  }
  return false;
}
