import type { DemoLevel } from './demo-places';
import type { Random } from './random';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
/** The middle character says that nobody is meant: 示 (for show), 拟 (made up), 例 (example). */
const MIDDLES = ['示', '拟', '例'];
const LASTS = '远宁川平安明华青松岩峰涛江海文清'.split('');

const OFFICES: Readonly<Record<DemoLevel, readonly string[]>> = {
  country: ['有关部门负责人', '有关负责人'],
  province: ['省委书记', '省长', '副省长', '省委秘书长'],
  city: ['市委书记', '市长', '副市长', '市委秘书长'],
  district: ['区委书记', '区长', '副区长', '区委副书记'],
};

/** An official who does not exist, with an office that fits the level: 区委书记, 王拟川. */
export function inventOfficial(
  random: Random,
  level: DemoLevel,
  word: string,
): { office: string; name: string } {
  const name = random.pick(SURNAMES) + random.pick(MIDDLES) + random.pick(LASTS);
  const office = random.pick(OFFICES[level]);
  return { office: word === '县' ? office.replace('区', '县') : office, name };
}

/** An office with its place before it: 广东省委书记, 佛山市市长. */
export function officeOf(place: string, office: string): string {
  const doubled = office.charAt(1) === '委' && place.endsWith(office.charAt(0));
  return place + (doubled ? office.slice(1) : office);
}
