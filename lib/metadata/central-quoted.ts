import { buildAffixTable } from './affixes.ts';

/** Words around the name of a central body that make it the one who is quoted, obeyed or welcomed. */
export const QUOTED_CENTRAL = buildAffixTable([
  {
    name: 'quoted-before',
    before:
      '市委书记 省委书记 区委书记 县委书记 书记、市长 市长 省长 学习 贯彻 传达 落实 践行 牢记 按照 根据 围绕 遵循 依据 经 迎接 与 领会 对照 宣传 学 以 在 和 向 关于 贯彻落实 认真 执行 符合 了 同 把 将 就 团结在以 于 为'.split(
        ' ',
      ),
    after: [],
  },
  {
    name: 'quoted-after',
    before: [],
    after:
      '新时代 经济思想 法治思想 生态文明思想 强军思想 文化思想 谈治国理政 总书记关于 总书记重要 总书记对 总书记系列 总书记亲自 总书记视察 重要讲话 重要指示 决策部署 有关 安委会 的 部署 精神 同志为 主持召开市委 主持召开省委 主持召开市政府 主持召开省政府'.split(
        ' ',
      ),
  },
  {
    name: 'foreign',
    before:
      '美国 俄罗斯 俄 日本 韩国 朝鲜 英国 法国 德国 意大利 印度 巴基斯坦 叙利亚 土耳其 以色列 伊朗 伊拉克 乌克兰 埃及 沙特 古巴 越南 泰国 菲律宾 马来西亚 新加坡 印度尼西亚 阿富汗 巴勒斯坦 委内瑞拉 巴西 古巴 加拿大 澳大利亚 西班牙 波兰 希腊 利比亚 也门 黎巴嫩 约旦 卡塔尔 缅甸 柬埔寨 老挝 蒙古国 哈萨克斯坦 白俄罗斯 匈牙利 塞尔维亚 地带 外国 该国 俄方 美方'.split(
        ' ',
      ),
    after: [],
  },
]);
