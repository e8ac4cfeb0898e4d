/**
 * Cases of our own writing for the finder of lists: every style inline and one item a line, nested, damaged, and
 * what only looks like a list. `lists` gives, in order of start, style, numerals, parent (list.item) and what is
 * missing.
 */
export interface ListCase {
  readonly name: string;
  readonly text: string;
  readonly lists: readonly {
    style: string;
    numerals: string;
    parent?: string;
    missing?: string;
    lead?: string;
  }[];
  readonly notes?: readonly string[];
  /** Offsets of reports by the words that they begin with. */
  readonly reports?: readonly string[];
}

const BODIES = ['压实责任，逐级抓好落实', '补齐短板，尽快完善设施', '严格督查，定期通报情况'];

/** Markers of every style, three of each. */
export const STYLES: readonly { style: string; markers: readonly string[] }[] = [
  { style: '一是', markers: ['一是', '二是', '三是'] },
  { style: '一是', markers: ['一是要', '二是要', '三是要'] },
  { style: '一要', markers: ['一要', '二要', '三要'] },
  { style: '第一', markers: ['第一，', '第二，', '第三，'] },
  { style: '第一', markers: ['第一、', '第二、', '第三、'] },
  { style: '第一', markers: ['第一是', '第二是', '第三是'] },
  { style: '首先', markers: ['首先，', '其次，', '最后，'] },
  { style: '首先', markers: ['首先要', '其次要', '再次要'] },
  { style: '其一', markers: ['其一，', '其二，', '其三，'] },
  { style: '（一）', markers: ['（一）', '（二）', '（三）'] },
  { style: '一、', markers: ['一、', '二、', '三、'] },
  { style: '1.', markers: ['1.', '2.', '3.'] },
  { style: '1.', markers: ['1、', '2、', '3、'] },
  { style: '（1）', markers: ['（1）', '（2）', '（3）'] },
  { style: '（1）', markers: ['1）', '2）', '3）'] },
  { style: '①', markers: ['①', '②', '③'] },
  { style: '⑴', markers: ['⑴', '⑵', '⑶'] },
];

/** Each style in each layout; all of them hold one list of three. */
export const LAYOUTS: readonly { name: string; write: (markers: readonly string[]) => string }[] = [
  { name: 'inline with ；', write: (m) => `会议强调，要抓好三项任务：${join(m, '；')}。会议要求抓紧办理。` },
  {
    name: 'inline with 。',
    write: (m) => `会议强调，要抓好三项任务。${join(m, '。')}。\n会议要求抓紧办理。`,
  },
  {
    name: 'one per line',
    write: (m) => `会议强调，要抓好三项任务：\n${join(m, '。\n')}。\n会议要求抓紧办理。`,
  },
  {
    name: 'one per page of a flattened text',
    write: (m) => `会议强调，要抓好三项任务： ${join(m, '。 ')}。`,
  },
];

function join(markers: readonly string[], mark: string): string {
  return markers.map((marker, i) => `${marker}${BODIES[i]}`).join(mark);
}

export const LIST_CASES: readonly ListCase[] = [
  {
    name: 'three levels',
    text: '一、总体要求\n抓好全年工作。\n（一）指导思想。坚持问题导向。\n（二）主要目标。\n1.水质有改善。\n2.道路更畅通。\n二、重点任务\n（一）治水。\n（二）修路。',
    lists: [
      { style: '一、', numerals: '1 2' },
      { style: '（一）', numerals: '1 2', parent: '0.0' },
      { style: '1.', numerals: '1 2', parent: '1.1' },
      { style: '（一）', numerals: '1 2', parent: '0.1' },
    ],
  },
  {
    name: 'spoken inside bracketed, one paragraph each',
    text: '（一）加强领导。一是成立专班；二是定期会商。\n（二）加强保障。一是落实经费；二是配齐人员；三是更新设备。\n（三）加强督查。',
    lists: [
      { style: '（一）', numerals: '1 2 3' },
      { style: '一是', numerals: '1 2', parent: '0.0', lead: '加强领导' },
      { style: '一是', numerals: '1 2 3', parent: '0.1' },
    ],
  },
  {
    name: 'spoken inside spoken',
    text: '一是抓防汛：一是查堤坝，二是备物资。二是抓春耕。三是抓防火。',
    lists: [
      { style: '一是', numerals: '1 2 3' },
      { style: '一是', numerals: '1 2', parent: '0.0' },
    ],
  },
  {
    name: '一要 inside an item of 一是, in a running sentence',
    text: '会议强调，一是坚决打好治污攻坚战，其中，一要治水，二要治气；二是坚决防范风险；三是坚决脱贫。',
    lists: [
      { style: '一是', numerals: '1 2 3' },
      { style: '一要', numerals: '1 2', parent: '0.0' },
    ],
  },
  {
    name: '一要 inside the second item of 一是, which goes on with the numeral that would come next inside',
    text: '会议强调：一是抓学习；二是抓整改，一要改作风，二要改制度；三是抓长效；四是抓督查。',
    lists: [
      { style: '一是', numerals: '1 2 3 4' },
      { style: '一要', numerals: '1 2', parent: '0.1' },
    ],
  },
  {
    name: '一是 inside an item of 一要',
    text: '会议要求：一要抓防汛，一是查堤坝，二是备物资，三是练队伍；二要抓春耕；三要抓防火。',
    lists: [
      { style: '一要', numerals: '1 2 3' },
      { style: '一是', numerals: '1 2 3', parent: '0.0' },
    ],
  },
  {
    name: 'two spoken lists, one after the other',
    text: '会议指出，要做到：一是查清底数；二是建好台账。会议要求，下一步：一是明确分工；二是加快进度；三是严格验收。',
    lists: [
      { style: '一是', numerals: '1 2', lead: '会议指出，要做到' },
      { style: '一是', numerals: '1 2 3', lead: '会议要求，下一步' },
    ],
  },
  {
    name: 'numbering that runs on through sections',
    text: '一、打基础\n（一）修路。\n（二）架桥。\n二、促发展\n（三）招商。\n（四）引才。',
    lists: [
      { style: '一、', numerals: '1 2' },
      { style: '（一）', numerals: '1 2 3 4' },
    ],
  },
  {
    name: 'sections of a page without line breaks, known by the lists that open them',
    text: '现予以公布。一、项目单位（一）培训基地甲学校乙学校（二）工作室丙工作室丁工作室二、建设要求（一）压实责任。严格管理。（二）明确定位。',
    lists: [
      { style: '一、', numerals: '1 2' },
      { style: '（一）', numerals: '1 2', parent: '0.0' },
      { style: '（一）', numerals: '1 2', parent: '0.1' },
    ],
  },
  {
    name: 'a page without line breaks',
    text: '现将有关事项通知如下：一、工作目标按时完成改造任务。二、工作安排（一）宣传发动。广泛告知居民。（二）组织实施。分批开工。三、工作要求一要压实责任；二要保证质量。',
    lists: [
      { style: '一、', numerals: '1 2 3' },
      { style: '（一）', numerals: '1 2', parent: '0.1' },
      { style: '一要', numerals: '1 2', parent: '0.2' },
    ],
  },
  {
    name: 'a skipped numeral is reported and not closed up',
    text: '一是抓学习；二是抓整改；四是抓长效。',
    lists: [{ style: '一是', numerals: '1 2 4', missing: '3' }],
    notes: ['missing-numeral'],
  },
  {
    name: 'a skipped numeral after a comma',
    text: '会议要求，一要严控扬尘，二要严控散煤，四要严控尾气。',
    lists: [{ style: '一要', numerals: '1 2 4', missing: '3' }],
    notes: ['missing-numeral'],
  },
  {
    name: 'a list whose first marker was lost',
    text: '要统筹推进。二是抓好春耕；三是抓好防汛；四是抓好防火。',
    lists: [{ style: '一是', numerals: '2 3 4', missing: '1' }],
    notes: ['missing-numeral'],
  },
  {
    name: '五 instead of 五是',
    text: '一是加强排查；二是加强值守；三是加强演练；四是加强宣传；五加强保障；六是加强督导。',
    lists: [{ style: '一是', numerals: '1 2 3 4 5 6' }],
    notes: ['damaged-marker'],
  },
  {
    name: '三 instead of 三是 at the end',
    text: '一是加强领导；二是压实责任；三强化督查，定期通报。会议还研究了其他事项。',
    lists: [{ style: '一是', numerals: '1 2 3' }],
    notes: ['damaged-marker'],
  },
  {
    name: '三、 instead of 三是',
    text: '一是加强领导；二是压实责任；三、强化督查；四是抓好宣传。',
    lists: [{ style: '一是', numerals: '1 2 3 4' }],
    notes: ['damaged-marker'],
  },
  {
    name: 'words that begin with the next numeral, and a section',
    text: '一、抓治理。一是加强领导；二是压实责任；三农工作稳步推进。二、抓保障。一是加强领导。二是压实责任。三、推进落实。',
    lists: [
      { style: '一、', numerals: '1 2 3' },
      { style: '一是', numerals: '1 2', parent: '0.0' },
      { style: '一是', numerals: '1 2', parent: '0.1' },
    ],
  },
  {
    name: 'a letter for the first numeral',
    text: '（一）加强网络建设 l、建好内网。各部门按时接入。\n2、建好外网。统一出口。\n3、确保安全。',
    lists: [{ style: '1.', numerals: '1 2 3' }],
    notes: ['damaged-marker'],
  },
  {
    name: 'a space inside the marker',
    text: '一是加强排查；二 是加强值守；三是加强演练。',
    lists: [{ style: '一是', numerals: '1 2 3' }],
  },
  {
    name: 'a bracket that was lost',
    text: '（一）修路。\n（二架桥。\n（三）治水。',
    lists: [{ style: '（一）', numerals: '1 2 3' }],
    notes: ['damaged-marker'],
  },
  {
    name: 'a numeral written twice',
    text: '一是抓排查；二是抓值守；二是抓演练；四是抓宣传。',
    lists: [{ style: '一是', numerals: '1 2 2 4', missing: '3' }],
    notes: ['repeated-numeral', 'missing-numeral'],
  },
  {
    name: '一是 written for 二是',
    text: '一是抓排查；一是抓值守；三是抓演练。',
    lists: [{ style: '一是', numerals: '1 1 3', missing: '2' }],
    notes: ['repeated-numeral', 'missing-numeral'],
  },
  {
    name: '一是 and 一要 mixed',
    text: '一是抓排查；二要抓值守；三是抓演练。',
    lists: [{ style: '一是', numerals: '1 2 3' }],
  },
  {
    name: '首先…第二…第三',
    text: '首先，要摸清底数。第二，要明确分工。第三，要严格验收。',
    lists: [{ style: '首先', numerals: '1 2 3' }],
  },
  {
    name: '首先…第三: what is skipped is reported',
    text: '首先，严控扬尘。第三，严控散煤。',
    lists: [{ style: '首先', numerals: '1 3', missing: '2' }],
    notes: ['missing-numeral'],
  },
  {
    name: '首要的是…其次是…最后是',
    text: '他指出，首要的是抓安全，其次是抓生产，最后是抓效益。',
    lists: [{ style: '首先', numerals: '1 2 3', lead: '他指出' }],
  },
  {
    name: 'a list over two pages, with a paragraph between its items',
    text: '一是抓学习。\n要原原本本学。\n二是抓整改。\n要一条一条改。\n三是抓长效。\n要一件一件办。\n会议要求抓紧办理。',
    lists: [{ style: '一是', numerals: '1 2 3' }],
  },
  {
    name: 'lists do not cross reports',
    text: '区委会议要求：一是抓学习；二是抓整改。\n区政府会议要求：一是抓项目；二是抓服务；三是抓进度。',
    lists: [
      { style: '一是', numerals: '1 2' },
      { style: '一是', numerals: '1 2 3' },
    ],
    reports: ['区委会议', '区政府会议'],
  },
  {
    name: 'a marker of the next report does not go on with a list',
    text: '甲区：一是抓学习；二是抓整改。\n乙区：三是抓项目。',
    lists: [{ style: '一是', numerals: '1 2' }],
    reports: ['甲区', '乙区'],
  },
  {
    name: 'a table of contents before the sections',
    text: '目录\n一、总体要求\n（一）思路\n（二）目标\n二、重点任务\n三、保障措施\n一、总体要求\n（一）思路\n坚持从实际出发，稳步推进各项工作。\n（二）目标\n三年内完成改造任务，居民更加满意。\n二、重点任务\n修好道路，治好河道，管好市场。\n三、保障措施\n加强领导，严格考核，定期通报。',
    lists: [
      { style: '一、', numerals: '1 2 3' },
      { style: '（一）', numerals: '1 2', parent: '0.0' },
    ],
  },
];

/** Texts without any list. */
export const NO_LISTS: readonly string[] = [
  '这一是因为天气，别无他因。',
  '一是在平常的话里，后面没有下文。',
  '第一产业增长2%，第二产业增长3%，第三产业增长4%。',
  '第一，第二产业发展平稳。第二次会议随后召开。',
  '第一、第二、第三产业协调发展。',
  '三、四线城市和一、二期工程进展顺利。',
  '增长1.5%，比上年高0.2个百分点。1.2 建设内容见附件。',
  '按照本条第（一）项、第（二）项的规定办理。',
  '违反（一）、（二）、（三）项规定的，予以处罚。',
  '第一条 为规范管理，制定本办法。\n第二条 本办法适用于本区。\n第三条 本办法由区政府解释。',
  '要统一要求、统一标准。二要素审核通过。',
  '附件：1.申报表\n2.汇总表',
  '目录\n一、总体要求……1\n二、重点任务……3\n三、保障措施……9',
  '2021年2月10日，1号楼、2号楼、3号楼完工。',
  '1.申请\n5\n2.答复\n0\n3.复议\n1',
  '他首先参观了展馆，最后来到车间。',
];
