import type { WholeTable } from '@/lib/api/whole-table';
import type { DataVersionRow } from '@/lib/queries/data-version';
import { MOST_EVIDENCE } from './evidence-csv';
import { type EvidenceTable, TABLE_OF } from './evidence-lines';
import type { Part } from './evidence-view';
import type { PartFacts } from './part-facts';
import { scopeChinese, scopeEnglish } from './scope-words';

export interface PackedPart {
  readonly part: Part;
  readonly facts: PartFacts;
  /** Its lines in the list of evidence. */
  readonly lines: number;
}

export interface PackedTable extends WholeTable {
  /** Name of the file. */
  readonly file: string;
  /** What the chart says, where it is the table of one. */
  readonly sentence: string | null;
}

export interface MethodsFacts {
  readonly title: string;
  readonly parts: readonly PackedPart[];
  readonly tables: readonly PackedTable[];
  readonly state: DataVersionRow;
  readonly published: string;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
const FILE: Readonly<Record<EvidenceTable, string>> = {
  mentions: 'mentions.csv',
  directives: 'directives.csv',
  documents: 'documents.csv',
};

function share({ size, reports, interval }: PartFacts): [zh: string, en: string] {
  if (reports === null || interval === null) return ['', ''];
  if (size.reports === 0)
    return ['，范围内没有报道，没有份额可算', ', no reports in the scope, hence no share'];
  const [p, bounds] = [percent(reports / size.reports), `${percent(interval.low)}–${percent(interval.high)}`];
  return [
    `，份额为${p}（95%置信区间${bounds}，威尔逊法）`,
    `: a share of ${p} (95% confidence interval ${bounds}, Wilson)`,
  ];
}

const DATED = { zh: '日期不明', en: 'not dated' };

/** What was counted, as a clause in both languages. */
function counted({ part, facts, lines }: PackedPart): [zh: string, en: string] {
  const { mentions: m, reports: r, slogans } = facts;
  const [zh, en] = share(facts);
  if (part.kind === 'slogan')
    return [
      `提法“${part.name}”在其中${r}篇里出现${m}次${zh}；首次出现：${facts.first ?? DATED.zh}；末次出现：${facts.last ?? DATED.zh}`,
      `the slogan ${part.name} stands in ${r} of them, ${m} times${en}; first use: ${facts.first ?? DATED.en}; last use: ${facts.last ?? DATED.en}`,
    ];
  if (part.kind === 'phrase')
    return [
      `词句“${part.name}”在其中${r}篇里出现${m}次${zh}`,
      `the phrase ${part.name} stands in ${r} of them, ${m} times${en}`,
    ];
  if (part.kind === 'scope')
    return [`${slogans}个提法共出现${m}次`, `${slogans} slogans stand in them, ${m} times in all`];
  if (part.kind === 'document')
    return [`文档“${part.name}”中提法出现${m}次`, `slogans stand in the document ${m} times`];
  if (part.kind === 'lists')
    return [`收录部署条目${lines}条`, `${lines} directives of the lists asked for are in the pack`];
  if (part.kind === 'copies')
    return [`该条目另见于${lines}处`, `the directive stands in ${lines} other places`];
  return [`收录文档${lines}份`, `${lines} documents are in the pack`];
}

function partText(packed: PackedPart, number: number): [zh: string, en: string] {
  const { part, facts, lines } = packed;
  const { size, sample, mentions } = facts;
  const [zh, en] = counted(packed);
  const file = FILE[TABLE_OF[part.kind]];
  const all = mentions === null || mentions === lines;
  const sampled: [string, string] =
    sample === null
      ? ['', '']
      : [
          `以上为随机抽取的${sample}份文档中的初步数字，精确数字尚在统计。`,
          ` These are first figures of a random sample of ${sample} documents; the exact ones are being counted.`,
        ];
  return [
    `${number}. 范围：${scopeChinese(part.filters)}。范围内共有${size.reports}篇报道、${size.characters}字（不含空白）；${zh}。${sampled[0]}${file}收其中${lines}条${all ? '' : `（至多收最近的${MOST_EVIDENCE}条）`}。`,
    `${number}. Scope: ${scopeEnglish(part.filters)}. The scope holds ${size.reports} reports of ${size.characters} characters (not counting white space); ${en}.${sampled[1]} ${file} holds ${lines} of them${all ? '' : ` (the newest ${MOST_EVIDENCE} at most)`}.`,
  ];
}

function tableText({ file, rows, question, reports, warnings, doubtful, sentence }: PackedTable): string {
  const doubts = Object.entries(doubtful).map(([code, n]) => `${code} (${n})`);
  return [
    `${file}: ${rows} rows of /api/v1${question.path}. ${question.summary}. ${question.description}`.trim(),
    sentence === null ? '' : `  ${sentence}`,
    `  Denominator: ${reports} reports. Warnings: ${[...warnings, ...doubts].join(', ') || 'none'}.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What was counted and how, in Chinese and English, with the numbers filled in; and what each table holds. */
export function methodsText({ title, parts, tables, state, published }: MethodsFacts): string {
  const texts = parts.map((p, i) => partText(p, i + 1));
  const made = state.synthetic
    ? [
        '语料中含有为演示编造的文档，不可作为事实引用。',
        'The corpus holds documents made up for the demonstration: do not cite it as fact.',
      ]
    : [];
  return `${[
    title,
    '',
    '方法',
    ...texts.map(([zh]) => zh),
    '计数单位为报道；长提法优先，互不重叠；标题计一次，导航、页脚、声明不计。',
    `数据版本${state.version}（${published}）。`,
    ...made.slice(0, 1),
    '',
    'Method',
    ...texts.map(([, en]) => en),
    'The unit is the report; the longest slogan wins and none overlap; a title counts once; navigation, footers and legal notices do not.',
    `Data version ${state.version} (${published}).`,
    ...made.slice(1),
    '',
    'Tables',
    ...tables.map(tableText),
    ...(tables.length > 0 ? ['What the codes of warnings mean stands in docs/api.md.'] : []),
  ].join('\n')}\n`;
}
