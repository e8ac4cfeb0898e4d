import { describe, expect, it } from 'vitest';
import { restore } from './restore';
import { loadTextTables } from './tables';

const tables = loadTextTables('data');
const text = (original: string): string => restore(original, tables).text.string;

type Case = readonly [trap: string, original: string, restored: string];

const READINGS: readonly Case[] = [
  ['a mark of its own above the vowel', '區(qū)委會(huì)議強(qiáng)調(diào)。', '区委会议强调。'],
  ['a combining mark', '區(qu\u0304)委會(hui\u0300)議強(qia\u0301ng)調(dia\u0300o)。', '区委会议强调。'],
  ['script ɡ and ɑ', '強(qiánɡ)調(diào)領(lǐnɡ)導(dǎo)，長(zhǎnɡ)期當(dɑ̄nɡ)選。', '强调领导，长期当选。'],
  ['full-width brackets', '區（qū）委會（huì）議強（qiáng）調（diào）。', '区委会议强调。'],
  ['full-width letters', '區(ｑū)委會(ｈｕì)議。', '区委会议。'],
  ['ü with a mark', '綠(lǜ)色發展，慮(lǜ)事周全，屢(lǚ)創佳績。', '绿色发展，虑事周全，屡创佳绩。'],
  ['spaces inside the brackets', '區( qū )委會議。', '区委会议。'],
  ['two readings in a row', '領(lǐng)導(dǎo)幹部', '领导干部'],
  ['a reading inside real brackets', '社區（村(cūn)）和鎮(zhèn)街', '社区（村）和镇街'],
];

const KEPT: readonly Case[] = [
  ['a name of a body', '應急(指揮部)會議強調', '应急（指挥部）会议强调'],
  ['an enlarged meeting', '區委常委會(擴大)會議', '区委常委会（扩大）会议'],
  ['brackets in brackets', '村(社區(街道))工作', '村（社区（街道））工作'],
  ['capital letters', '推廣(PPP)模式和虛擬現實(VR)技術', '推广（PPP）模式和虚拟现实（VR）技术'],
  ['a letter that counts', '措施(a)和措施(b)', '措施（a）和措施（b）'],
  ['a syllable without a mark', '結構助詞(de)的用法', '结构助词（de）的用法'],
  ['an English word', '人工智能(AI)和數據(data)', '人工智能（AI）和数据（data）'],
];

/** Both scripts stand in one line only where naive converters leave them so. */
const CONVERTED: readonly Case[] = [
  ['著 as a particle', '隨著形勢發展，沿著正確方向，意味著責任', '随着形势发展，沿着正确方向，意味着责任'],
  ['著 in verbs', '著力推進，著眼長遠，著手準備', '着力推进，着眼长远，着手准备'],
  ['著 that stays', '學習經典著作，成效顯著，著名專家編著', '学习经典著作，成效显著，著名专家编著'],
  ['乾 as dry', '乾淨整潔，抗旱保乾旱地區，餅乾', '干净整洁，抗旱保干旱地区，饼干'],
  ['乾 that stays', '乾隆年間，扭轉乾坤', '乾隆年间，扭转乾坤'],
  ['幹, 干, 乾', '幹部要敢幹，不得干預，曬乾', '干部要敢干，不得干预，晒干'],
  ['於', '關於加強工作，有利於發展', '关于加强工作，有利于发展'],
  ['瞭 as know', '瞭解情況，明瞭責任，一目瞭然', '了解情况，明了责任，一目了然'],
  ['瞭 that stays', '設立瞭望臺', '设立瞭望台'],
  ['藉 as by', '憑藉優勢，藉助平臺，藉此機會', '凭借优势，借助平台，借此机会'],
  ['藉 that stays', '得到慰藉，現場一片狼藉', '得到慰藉，现场一片狼藉'],
  ['徵', '徵求意見，徵收土地，特徵明顯，象徵意義', '征求意见，征收土地，特征明显，象征意义'],
  ['餘', '其餘事項，剩餘資金，餘額，業餘時間', '其余事项，剩余资金，余额，业余时间'],
  [
    '覆, 復, 複',
    '覆蓋全域，恢復生產，複雜形勢，答覆代表，反覆核實',
    '覆盖全域，恢复生产，复杂形势，答复代表，反复核实',
  ],
  ['後 and 后', '會後，皇后區，後續', '会后，皇后区，后续'],
  ['發 and 髮', '發展，理髮店', '发展，理发店'],
  ['係, 繫, 系', '關係，聯繫群眾，系統', '关系，联系群众，系统'],
  ['製 and 制', '製造業，體制機製', '制造业，体制机制'],
  ['準 and 准', '標準，批准，精準', '标准，批准，精准'],
  ['臺, 颱, 台', '臺灣同胞，防颱風，平臺', '台湾同胞，防台风，平台'],
  ['曆 and 歷', '農曆新年，歷史，學歷', '农历新年，历史，学历'],
  ['佈, 採, 週, 遊', '佈局，採取措施，週年，旅遊', '布局，采取措施，周年，旅游'],
  ['夥 and 麼', '會議：合作夥伴，為什麼', '会议：合作伙伴，为什么'],
  ['祕 and 昇', '祕書長，提昇', '秘书长，提升'],
  ['鐘 and 鍾', '分鐘，鍾情', '分钟，钟情'],
  ['裡, 裏, 里', '這裡，夢裏，公里', '这里，梦里，公里'],
];

const BYTES: readonly Case[] = [
  ['UTF-8 read as Windows-1252', 'ä¼šè®®å¼ºè°ƒâ€œå…­ç¨³â€\u009d', '会议强调“六稳”'],
  ['a byte order mark read as Latin-1', 'ï»¿会议强调，要抓落实。', '会议强调，要抓落实。'],
  ['quotation marks of Windows-1252', '会议强调â€œ六稳â€\u009d工作。', '会议强调“六稳”工作。'],
  ['GBK read as Latin-1', '»áÒéÇ¿µ÷£¬Òª×¥ÂäÊµ¡£', '会议强调，要抓落实。'],
  [
    'UTF-8 read as GBK',
    new TextDecoder('gb18030').decode(new TextEncoder().encode('会议强调，要抓好落实工作。')),
    '会议强调，要抓好落实工作\uFFFD',
  ],
  [
    'entities, once and twice',
    '“六稳”&amp;nbsp;工作&#12289;&#x843D;实&hellip;&hellip;',
    '“六稳” 工作、落实……',
  ],
];

describe.each([
  ['readings behind characters', READINGS],
  ['brackets that are no readings', KEPT],
  ['traditional characters with several readings', CONVERTED],
  ['bytes read wrongly', BYTES],
])('%s', (_, cases) => {
  it.each(cases.map((each) => [each[0], each] as const))('%s', (_, [, original, restored]) => {
    expect(text(original)).toBe(restored);
  });
});

describe('byte shifts of the wild', () => {
  it.each([
    ['燃?xì)鈱m?xiàng)整治', '燃气专项整治'],
    ['強(qiáng)化?;贰⒔煌ㄟ\\(yùn)輸', '强化危化品、交通运输'],
    ['規(guī)?;@一', '规模化这一'],
    ['打?qū)嵓涌熘攸c', '打实加快重点'],
    ['有序?qū)崿F(xiàn)產(chǎn)業(yè)', '有序实现产业'],
    ['領(lǐng)域?qū)m?xiàng)治理', '领域专项治理'],
    ['燃?xì)馄髽I(yè)', '燃气企业'],
  ])('%s', (original, restored) => {
    // The tools convert first: only pages with traditional characters are looked at.
    expect(text(`會議強調，要扎實推進${original}工作。`)).toBe(`会议强调，要扎实推进${restored}工作。`);
  });
});
