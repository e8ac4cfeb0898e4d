/**
 * The shapes that travel through the pipeline. Every offset is in UTF-16 units; every span is half open,
 * `[start, end)`. Unless a name says "original", spans point into the normalised text of the document.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A text as the stages read it: the same characters once as a string and once as code units, because
 * regular expressions are fast on the former and hand-written scanners on the latter.
 * `units` may be a view into a buffer that the next document overwrites: read it, never keep it.
 */
export interface Text {
  readonly string: string;
  readonly units: Uint16Array;
  /** Where its remarkable units stand, as restoring found them; ask `marksOf` of lib/marks, which also knows texts without. */
  readonly marks?: Marks;
}

/**
 * The units of a text that some stage asks for (see MARK in lib/marks), in order: position and what it is, as bits.
 * Like `units` it may lie in a buffer that the next document overwrites.
 */
export interface Marks {
  readonly at: Int32Array;
  readonly bits: Int32Array;
  /** How many there are; what the arrays hold behind them means nothing. */
  readonly count: number;
  /** Line ends, and what else the last pass of restoring may deal with: the indexes of these marks, in order. */
  readonly placed: Int32Array;
  readonly placedCount: number;
  /** The same for what dates, relative words and numbers of documents are read at. */
  readonly dated: Int32Array;
  readonly datedCount: number;
}

export type Stage =
  | 'read'
  | 'decode'
  | 'repair'
  | 'normalize'
  | 'reports'
  | 'date'
  | 'place'
  | 'mentions'
  | 'lists';

/** Something that went not quite right with a document: a value, never an exception. `code` is kebab-case. */
export interface Note {
  readonly stage: Stage;
  readonly code: string;
  readonly start?: number;
  readonly detail?: string;
}

/** Why something was concluded: a span of the text (empty for metadata) and the name of the rule that read it. */
export interface Evidence extends Span {
  readonly rule: string;
}

export type Precision = 'day' | 'month' | 'year';

/** `value` is as long as the precision allows: 2021-02-10, 2021-02, 2021. Confidence 0–1. */
export interface DateFinding {
  readonly value: string;
  readonly precision: Precision;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** `code` is a GB/T 2260 code of six digits, 100000 for the whole country; `path` names it from the province down. */
export interface PlaceFinding {
  readonly code: string;
  readonly path: readonly string[];
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

export type Issuer = 'party' | 'government' | 'congress' | 'cppcc' | 'department' | 'medium';
export type Genre = 'meeting' | 'report' | 'notice' | 'news' | 'speech';

export type RepairKind = 'annotation' | 'byte-shift' | 'boilerplate' | 'entity' | 'mojibake' | 'line-break';

/** A place where the normalised text says something else than the original; `was` is the original wording. */
export interface Repair extends Span {
  readonly kind: RepairKind;
  readonly was: string;
  readonly confidence: number;
}

/** One of several reports inside one document; most documents hold one. The unit of counting. */
export interface Report extends Span {
  readonly date: DateFinding | null;
  readonly place: PlaceFinding | null;
  readonly issuer: Issuer | null;
  readonly genre: Genre | null;
}

export type SloganKind = 'numeral' | 'formula' | 'parallel' | 'set' | 'quoted';

/** Who speaks, as written: office 区长, name 尹久辉. */
export interface Speaker {
  readonly office: string;
  readonly name: string;
}

/**
 * One place where a slogan stands, as the matchers report it.
 * `slogan` is the canonical form; `listed` says whether the lexicon has it or a rule found it.
 */
export interface Match extends Span {
  readonly slogan: string;
  readonly kind: SloganKind;
  readonly listed: boolean;
  readonly quoted: boolean;
}

/** A match with its surroundings, as stored and as the command line prints it. */
export interface Mention extends Match {
  readonly surface: string;
  readonly originalStart: number;
  readonly originalEnd: number;
  readonly report: number;
  readonly paragraph: number;
  /** The words that introduce the speech it stands in, such as 会议强调; null outside of speech. */
  readonly frame: string | null;
  readonly speaker: Speaker | null;
}

export type ListStyle =
  | '一是'
  | '一要'
  | '第一'
  | '首先'
  | '其一'
  | '（一）'
  | '一、'
  | '1.'
  | '（1）'
  | '⑴'
  | '①'
  | '排比';

export interface DirectiveItem extends Span {
  /** Its number in the list, from 1; the position for 首先…其次… and 排比. */
  readonly numeral: number;
  /** The first clause after the marker. */
  readonly head: string;
}

export interface DirectiveList extends Span {
  readonly style: ListStyle;
  /** The clause before the first item; empty where there is none. */
  readonly lead: string;
  readonly items: readonly DirectiveItem[];
  /** Index (in the array of lists) and item of the list that this one is nested in. */
  readonly parent: { readonly list: number; readonly item: number } | null;
  /** Numerals that the numbering skips. */
  readonly missing: readonly number[];
}

/** The spelling out of a numeral slogan in the text: “三提三效”即…. */
export interface MemberEvidence extends Span {
  readonly slogan: string;
  readonly members: readonly string[];
}

/**
 * The piecewise map from normalised to original offsets: flat quadruples `start, length, originalStart,
 * originalLength`, in order, covering the normalised text. A piece whose two lengths are equal maps unit by
 * unit; another one maps as a whole. An empty array means the identity.
 */
export type OffsetMap = readonly number[];

/** What the pipeline is given. Metadata given wins over metadata inferred. */
export interface Input {
  readonly id: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly title: string | null;
  /** Day, month or year of the event, ISO. */
  readonly date: string | null;
  /** A place by code or by name. */
  readonly place: string | null;
  /** The day of publication, ISO: what 昨日 and a missing year are measured from. */
  readonly published: string | null;
  readonly encoding: string;
  readonly text: string;
  /** Notes of the readers and the decoder. */
  readonly notes: readonly Note[];
}

/** Everything the pipeline concluded about one document: the object that `npm run extract` prints. */
export interface Extraction {
  readonly id: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly encoding: string;
  /** The text that was read: the title, where it was given apart and is not in the text, and the text. */
  readonly original: string;
  readonly text: string;
  readonly map: OffsetMap;
  readonly paragraphs: readonly Span[];
  readonly repairs: readonly Repair[];
  readonly date: DateFinding | null;
  readonly place: PlaceFinding | null;
  readonly issuer: Issuer | null;
  readonly genre: Genre | null;
  readonly reports: readonly Report[];
  readonly mentions: readonly Mention[];
  readonly members: readonly MemberEvidence[];
  readonly lists: readonly DirectiveList[];
  readonly notes: readonly Note[];
}

/** The columns of a lexicon file (data/lexicon/*.tsv, and what `--lexicon` reads), in their order. */
export const LEXICON_COLUMNS = [
  'canonical',
  'kind',
  'variants',
  'members',
  'gloss',
  'domain',
  'introduced',
  'occasion',
  'level',
  'place',
  'proof',
  'when',
  'unless',
  'note',
] as const;
