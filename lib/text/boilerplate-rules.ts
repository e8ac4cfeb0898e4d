/**
 * What pages carry around their text. A rule names the line it removes ('line'), the last part of a line
 * ('tail'), the first part ('head') or a part anywhere ('inline'). Patterns are written in simplified
 * characters with half- or full-width punctuation. `example` is cut out by the rule, `keeps` is not.
 */

export interface BoilerplateRule {
  readonly name: string;
  readonly scope: 'line' | 'head' | 'tail' | 'inline';
  /** One of these stands wherever the pattern matches: looked for first, because that is fast. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly example: string;
  readonly keeps: string;
}

const C = '[:：|｜／/\\s]';

export const BOILERPLATE_RULES: readonly BoilerplateRule[] = [
  {
    name: 'forum-signature',
    needs: ['Powered', 'powered', 'POWERED', 'Comsenz'],
    scope: 'line',
    pattern: /^.{0,80}(?:Powered by (?:Discuz|phpwind|DedeCMS|WordPress|EmpireCMS)|Comsenz Inc)/i,
    example: 'Powered by Discuz! X3.4 Licensed © 2001-2013 Comsenz Inc.',
    keeps: '会议由讨论组主持。',
  },
  {
    name: 'icp-number',
    needs: ['ICP', 'icp'],
    scope: 'line',
    pattern: /^.{0,160}[\u4e00-\u9fff]ICP[备证]\s?\d{6,9}号.{0,80}$/i,
    example: '某某论坛 ( 豫ICP备14000000号-1 )',
    keeps: '要加强ICP备案管理,压实企业责任。',
  },
  {
    name: 'icp-number-inline',
    needs: ['ICP', 'icp'],
    scope: 'tail',
    pattern: /\s[^。；\n]{0,60}[\u4e00-\u9fff]ICP[备证]\s?\d{6,9}号[^。；]{0,120}$/i,
    example: '会议还研究了其他事项。 某某网 京ICP备10000000号',
    keeps: '要加强ICP备案管理,压实企业责任。',
  },
  {
    name: 'police-record',
    needs: ['公网安备'],
    scope: 'line',
    pattern: /^.{0,120}公网安备\s?\d{10,16}号?.{0,60}$/,
    example: '粤公网安备 44030402000000号',
    keeps: '公安机关要做好网安工作。',
  },
  {
    name: 'editor',
    needs: ['编辑', '责编', '美编', '编审'],
    scope: 'line',
    pattern: new RegExp(
      `^[【\\[(（]?(?:本文|本期|值班|责任|网络|执行|本版|视频|文字|图片)?(?:编辑|责编|美编|编审)${C}{1,3}[\\u4e00-\\u9fff、· ,，]{0,24}(?:(?:校对|审核|监制|初审|复审|终审|值班主任|值班编委|责编|(?:文字|视频|图片)?编辑|实习生)${C}{1,3}[\\u4e00-\\u9fff、· ,，]{0,16}){0,5}[】\\])）]?$`,
    ),
    example: '责任编辑：王某某',
    keeps: '编辑部要坚持正确导向。',
  },
  {
    name: 'editor-tail',
    needs: ['编辑', '责编'],
    scope: 'tail',
    pattern: new RegExp(
      `(?<=[。！？”…）)\\s])\\s*[【\\[(（]?(?:(?:责任|网络|本文|值班|视频|文字|图片)?编辑|责编)${C}{1,3}[\\u4e00-\\u9fff·]{2,4}(?:[ 　、,，](?:(?:文字|视频|图片)编辑[:：])?[\\u4e00-\\u9fff·]{2,4}){0,3}[】\\])）]?\\s*$`,
    ),
    example: '会议还研究了其他事项。（责任编辑：王某某）',
    keeps: '会议要求责任编辑：要守好关口。',
  },
  {
    name: 'follow-us',
    needs: ['方微信', '方微博'],
    scope: 'tail',
    pattern: /(?:更多|详细)(?:信息|内容|资讯)请关注(?:我们的)?官方(?:微信|微博)(?:公众号)?[“"「]?.{1,20}$/,
    example: '本办法自公布之日起施行。更多信息请关注官方微信“某省人社”',
    keeps: '各部门要办好官方微信，及时发布信息。',
  },
  {
    name: 'copyright',
    needs: ['版权', 'opyright', 'COPYRIGHT', 'ights', 'RIGHTS'],
    scope: 'line',
    pattern:
      /^.{0,60}(?:版权所有|版权声明|Copyright\s*(?:©|\(c\)|\d{4})|All Rights Reserved)(?!.*。.*。).{0,120}$/i,
    example: '版权所有：某某市人民政府办公室',
    keeps: '要加大版权保护力度。',
  },
  {
    name: 'disclaimer',
    needs: ['声明', '提示'],
    scope: 'line',
    pattern: /^[【[(（]?(?:免责声明|转载声明|特别声明|版权声明|温馨提示)[】\])）]?[:：].{0,400}$/,
    example: '免责声明：本文仅代表作者个人观点，与本网无关。',
    keeps: '双方发表联合声明。',
  },
  {
    name: 'font-size',
    needs: ['字体', '字号'],
    scope: 'inline',
    pattern:
      /[【[（(]?\s*(?:字体|字号|字体大小)\s*[:：]?\s*[【[（(]?\s*大\s*[|｜]?\s*中\s*[|｜]?\s*小\s*[】\]）)]?\s*[】\]）)]?/,
    example: '字体：[大 中 小]',
    keeps: '推动大中小企业融通发展。',
  },
  {
    name: 'print-close',
    needs: ['打印'],
    scope: 'inline',
    pattern:
      /[【[（(]?\s*(?:打印本页|打印此页|我要打印|打印)\s*[】\]）)]?\s*[|｜]?\s*[【[（(]?\s*(?:关闭窗口|关闭本页|关闭页面|关闭)\s*[】\]）)]?/,
    example: '【打印】【关闭】',
    keeps: '群众可以在窗口打印证明。',
  },
  {
    name: 'page-tools',
    needs: ['打印', '关闭', '收藏', '返回', '一页', '分享', '纠错', '首页', '网站', '我们', '登录', '注册'],
    scope: 'line',
    pattern:
      /^[\s【[（(|｜·>»-]*(?:(?:打印|打印本页|关闭|关闭窗口|收藏|返回|返回顶部|返回首页|返回列表|上一页|下一页|分享|我要纠错|加入收藏|设为首页|网站首页|首页|网站地图|联系我们|关于我们|登录|注册)[\s】\]）)【[（(|｜·>»:：-]*){1,12}$/,
    example: '首页 | 网站地图 | 联系我们',
    keeps: '分享发展经验。',
  },
  {
    name: 'share',
    needs: ['分享', '转发', '扫一扫'],
    scope: 'line',
    pattern:
      /^[\s【[（(]*(?:分享到?|分享至|转发到|扫一扫).{0,4}(?:[:：]|微信|微博|手机|朋友圈|QQ|打开).{0,40}$/,
    example: '分享到：微信 微博 QQ空间',
    keeps: '分享会上，三位代表作了发言。',
  },
  {
    name: 'neighbours',
    needs: ['一篇', '一条', '相关', '阅读', '推荐'],
    scope: 'line',
    pattern:
      /^[\s【[（(]*(?:上一篇|下一篇|上一条|下一条|相关链接|相关新闻|相关阅读|延伸阅读|推荐阅读|热门推荐|相关附件)[】\]）)]?\s*(?:[:：]|>>|$).{0,120}$/,
    example: '上一篇：我市召开安全生产工作会议',
    keeps: '作好新时代的下一篇文章。',
  },
  {
    name: 'hits',
    needs: ['浏览', '点击', '阅读', '访问'],
    scope: 'inline',
    pattern: /(?:浏览次数|点击次数|点击数|浏览量|阅读次数|阅读量|访问次数|点击率|浏览)\s*[:：]\s*\d*\s*次?/,
    example: '浏览次数：1024次',
    keeps: '平台浏览量突破百万。',
  },
  {
    name: 'breadcrumbs',
    needs: ['位置'],
    scope: 'line',
    pattern: /^\s*(?:您?(?:当前|现在)?(?:所在)?的?位置|当前位置|您当前的位置)(?:是)?\s*[:：].{0,100}$/,
    example: '当前位置：首页 > 政务公开 > 会议',
    keeps: '要找准当前位置，谋划长远发展。',
  },
  {
    name: 'read-mode',
    needs: ['扫一扫', '二维码', '蓝字', '原文', '下载'],
    scope: 'line',
    pattern:
      /^(?:扫一扫在手机打开当前页|扫描二维码.{0,20}|长按识别二维码.{0,20}|点击上方蓝字.{0,20}|阅读原文|客户端下载)[!！。]?$/,
    example: '扫一扫在手机打开当前页',
    keeps: '居民扫描二维码即可办理业务，方便快捷，效率大为提高，受到欢迎。',
  },
  {
    name: 'site-operator',
    needs: ['单位', '支持', '标识码', '主办'],
    scope: 'line',
    pattern:
      /^(?:主办单位|承办单位|技术支持|网站标识码|网站主办|维护单位)[:：].{0,80}(?:网站标识码|技术支持|版权|联系电话|邮编|政府网站).{0,80}$/,
    example: '主办单位：某某市人民政府办公室 网站标识码：4400000000',
    keeps: '主办单位：市文化局',
  },
  {
    name: 'original-title',
    needs: ['原标题'],
    scope: 'line',
    pattern: /^[（(【[]?原标题[:：].{1,80}$/,
    example: '原标题：市委常委会会议召开',
    keeps: '会上宣读了原标题为《纲要》的文件。',
  },
  {
    name: 'separator',
    needs: ['|', '｜'],
    scope: 'tail',
    pattern: /\s+[|｜]+\s*$/,
    example: '作出应有的贡献。 |',
    keeps: '甲|乙',
  },
];

/**
 * Two adjacent characters of what announces boilerplate, in both scripts, as rare in other text as can be:
 * without one of them no rule is tried.
 */
export const TRIGGERS: readonly string[] = [
  ...'原标 原標 编辑 編輯 责编 責編 美编 美編 权所 權所 权声 權聲 打印 列印 享到 享至 享: 享： CP 网安 網安 Po yr Ri'.split(
    ' ',
  ),
  ...'篇: 篇： 条: 条： 條: 條： 首页 首頁 闭窗 閉窗 闭本 閉本 收藏 一扫 一掃 明: 明： 示: 示： 字体 字體 字号 字號'.split(
    ' ',
  ),
  ...'览次 覽次 览量 覽量 览: 览： 覽: 覽： 击次 擊次 击数 擊數 击率 擊率 击上 擊上 读原 讀原 读次 讀次 读量 讀量'.split(
    ' ',
  ),
  ...'伸阅 伸閱 荐阅 薦閱 关阅 關閱 置: 置： 描二 别二 別二 系我 识码 識碼 关链 關鏈 关新 關新 关附 關附 门推 門推'.split(
    ' ',
  ),
  ...'回首 回顶 回頂 回列 登录 登錄 发到 發到 端下 方微'.split(' '),
  ' |',
];
