import { isFormula, isPlainCount } from './shape';

/**
 * Which words a phrase may begin and end with. Some rule it out (function words: the phrase is cut wrongly), others
 * only speak against it (a governing verb in front, a vague noun behind).
 */
const NEVER_FIRST =
  /^(的|了|在|是|和(?!平|谐|美|而)|与(?!时俱进)|及|等|对(?!外开放|口)|将|把|被|向(?!好|善|上)|于|也|都|就|又|还|并|而|但|或|这|那|其|该|各|他|她|我|你|它|们|会|可(?!持续)|已|更(?!快|高)|很|者|所|之|着|由|因(?!地|时)|如|使(?!命)|让|给|后(?!疫)|时(?!代|不)|以及|以来|以上|以下|为了|为主|以色列|要|据|上的|有关|有着|日|年|月|性|等|们|到\d|届|中全会|以习近平|学习贯彻|学习宣传)/;
const NEVER_LAST =
  /(的|了|在|(?<!求)是|(?<!共|中|温|饱|总)和|与|及|(?<!平|对)等|对|将|把|被|从|向|以|于|也|都|就|又|还|并|而|但|或|这|那|其|该|各|他|她|们|可|已|更|最|很|得|着|(?<!需|重|紧)要|不断|进一步|不|我|(?<!应|共|公|国|所|特)有|(?<!作|有|行|无|难|转)为|(?<!自)由|让|使|个|第|届|作出|京召开|为指导|(讲话|指示|批示|会议|全会|[^伟]大)精神|这一|(?<!安|齐|健|周|保|双|两)全)$/;
/** Verbs that take slogans as their object, and how reports go on. */
const OPENING =
  /^(坚持|打赢|扩大|推进|推动|加快|加强|实现|落实|做好|深化|促进|提高|提升|成为|作为|开展|构建|贯彻|切实|不断|继续|进一步|要求|表示|指出|强调|认为|通过|进行|关于|按照|根据|围绕|树立|增强|做到|践行|弘扬|秉持|打造|实施|形成|聚焦|紧扣|把握|扎实|夯实|筑牢|凝聚|奋力|遵循|发扬|倡导|高举|牢记|抓好|打好|持续|积极|深入|着力|全力|努力|有效|支持|完善|建设|建立|健全|强化|加大|开启|迎来|取得|发挥|完成|提供|符合|保持|维护|充分|共同(?!富|体)|参加|举行|出席|会见|我国|我们|中国(?!梦|式|特|精|智|方|共)|中方|双方|双边|两国|当前|目前|今天|今年|昨天|同时|此外|更加|广大|全国各|各级|组织|国家主席|国务院|中共中央)/;
const CLOSING =
  /(工作|问题|情况|方面|方式|之间|期间|以来|时期|时间|部门|地区|单位|人员|消息|表示|指出|强调|认为|要求|坚持|推进|推动|加快|加强|实现|落实|做好|深化|促进|提高|提升|重要讲话|讲话精神|工作会议|会议精神|活动|项目|工程|产品|企业|行业|产业|领域|市场|技术|数据|服务|设施|关系|作用|成果|成就|成效|进展|突破|任务|目标|措施|水平|能力|机制|体制|建设|发展|合作|教育|力度|基础|条件|环境|优势|地位|影响|机会|重点|平台|资源|力量|同志|干部|假期|形势|阶段|过程|步伐|贡献|支撑|保障|支持|检查|监测|预警|救援|启动|开展|运行|需求|增长|下降|上升|以上|以下)$/;
/** How canonical wordings end. */
const CANONICAL =
  /(精神|思想|意识|自信|强国|中国|振兴|倡议|共同体|道路|理念|格局|现代化|革命|主义|梦|战略|攻坚战|保卫战|治国|治党|富裕|社会|文明|观|论|力|化|论断|要求|原则|制度|改革|脱贫|扶贫|开放|矛盾|方略|布局|体系|使命|初心|规矩|纪律|路线|方针|安全观|价值观|小康|复兴|创新|经济|思维|定力|底线|清零|为本|为民|中心)$/;

const LONGEST_CLAUSE = 14;

/** Whether a phrase can stand by itself at all, whatever its counts. */
export function canStand(text: string): boolean {
  if (/^[、+%]|、$|、、/.test(text) || /^[\d%A-Za-z]+$/.test(text)) return false;
  if (isFormula(text)) return true;
  if (NEVER_FIRST.test(text) || NEVER_LAST.test(text) || isPlainCount(text)) return false;
  const clauses = text.split('、');
  return (
    clauses.length === 1 || clauses.every((clause) => clause.length >= 2 && clause.length <= LONGEST_CLAUSE)
  );
}

export function opensWithVerb(text: string): boolean {
  return OPENING.test(text);
}

export function closesVaguely(text: string): boolean {
  return CLOSING.test(text);
}

export function closesCanonically(text: string): boolean {
  return CANONICAL.test(text);
}

/** The phrase without the governing verb it begins with. */
export function withoutOpening(text: string): string {
  return text.replace(OPENING, '');
}

/** The phrase without the vague noun it ends with. */
export function withoutClosing(text: string): string {
  return text.replace(CLOSING, '');
}
