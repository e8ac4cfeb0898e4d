import { keep } from '@/lib/kernel/memory';
import { keepUnits } from '@/lib/kernel/tables';
import { buildAffixTable } from './affixes.ts';
import { CONTEXT_RULES } from './place-tables.ts';

const TITLES = '书记 市长 区长 县长 省长 州长 主席 主任 部长 局长 厅长 常委 委员 代表 校长 院长 记者'.split(
  ' ',
);
/** The commonest family names. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余叶杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶贺顾毛郝龚邵万钱严武戴莫孔汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷申欧耿关兰焦俞左柳甘祝包宁';

/** Where source/parts/names.as finds the rules for the words around a name, what they weigh, family names and titles. */
export const NAME_TABLES = keep(
  Int32Array.from([
    buildAffixTable(CONTEXT_RULES),
    keep(Uint8Array.from(CONTEXT_RULES, ({ weight }) => (weight === 0 ? 0 : weight < 4 ? 1 : 2))),
    keepUnits(SURNAMES),
    keep(Int32Array.from([...TITLES.map((title) => title.charCodeAt(0) | (title.charCodeAt(1) << 16)), 0])),
  ]),
);
