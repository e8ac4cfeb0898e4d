/** Names of ethnic groups that stand in the names of autonomous divisions; longest first where one begins another. */
const GROUPS =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺';

const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:(?:${GROUPS})族?|各族)+(?:自治[区州县旗]|区|乡)$`);
/** 土家族苗族 and its like, the marker 族 always written: tried first, because 白 or 水 may belong to the name. */
const AUTONOMOUS_MARKED = new RegExp(`^(.{2,}?)(?:(?:${GROUPS})族)+(?:自治[区州县旗]|区|乡)$`);
const PLAIN = /^(.{2,}?)(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|矿区|省|市|区|县|盟)$/;

/**
 * The ways a division is called without its generic ending: 深圳市 → 深圳, 恩施土家族苗族自治州 → 恩施,
 * 大鹏新区 → 大鹏, 恩施州 too for an autonomous one, none where a single character would remain (任县, 东区).
 */
export function shortNames(name: string): string[] {
  const marked = AUTONOMOUS_MARKED.exec(name) ?? AUTONOMOUS.exec(name);
  const short = (marked ?? PLAIN.exec(name))?.[1];
  if (short === undefined || short.length < 2 || short === name) return [];
  if (short.endsWith('新') && short.length > 2) return [short.slice(0, -1)];
  const ending = marked === null ? '' : name.slice(-1);
  return ending === '州' || ending === '县' || ending === '旗' ? [short, short + ending] : [short];
}
