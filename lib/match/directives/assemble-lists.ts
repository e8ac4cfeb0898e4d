import type { ListStyle, Note, Span } from '@/lib/types';
import { type Draft, joins, lastOf, tooFar } from './draft';
import { Attachment } from './marker-rules';
import type { Marker } from './scan-markers';

const LARGEST_GAP = 3;
/** Larger where both neighbours open a paragraph. */
const LARGEST_GAP_BY_PARAGRAPH = 5;
const LATEST_START = 9;
const OPEN_AT_ONCE = 16;
/** The rank of 一、: a spoken list does not go on across the sections of a document. */
const OUTERMOST = 1;
const LONGEST_HEADING = 20;

/** Joins markers to lists by their numerals, keeping lists apart that stand inside each other or follow each other. */
export function assembleLists(
  markers: readonly Marker[],
  reports: readonly Span[],
  textEnd: number,
): { drafts: Draft[]; notes: Note[] } {
  const assembly = new Assembly(markers, textEnd);
  let next = 0;
  markers.forEach((marker, index) => {
    while (next < reports.length && (reports[next]?.start ?? textEnd) <= marker.start) {
      assembly.close(0, reports[next]?.start ?? textEnd);
      next++;
    }
    assembly.take(marker, index);
  });
  assembly.close(0, reports[next]?.start ?? textEnd);
  return { drafts: assembly.drafts.filter((d) => d.markers.length >= 2), notes: assembly.notes };
}

class Assembly {
  readonly drafts: Draft[] = [];
  readonly notes: Note[] = [];
  private open: Draft[] = [];
  /** Last numeral of the latest list of each ranked family, for numbering that runs on. */
  private readonly latest = new Map<string, number>();

  constructor(
    private readonly markers: readonly Marker[],
    private readonly textEnd: number,
  ) {}

  take(marker: Marker, index: number): void {
    if (this.append(marker, index)) return;
    if (marker.numeral === 1) {
      if (marker.attachment >= Attachment.sentence || this.mayOpen(marker, index)) this.begin(marker);
    } else if (this.runsOn(marker, index)) this.begin(marker, marker.numeral - 1);
    else if (this.startsLate(marker, index)) this.begin(marker);
  }

  /** Closes the open lists from a position of the stack on. */
  close(from: number, at: number): void {
    for (let i = from; i < this.open.length; i++) {
      const draft = this.open[i];
      if (draft !== undefined) draft.limit = Math.min(draft.limit, draft.sequel, at);
    }
    if (from < this.open.length) this.open.length = from;
  }

  private append(marker: Marker, index: number): boolean {
    const at = this.place(marker, index);
    const draft = at < 0 ? undefined : this.open[at];
    if (draft === undefined) return false;
    const last = lastOf(draft);
    const previous = draft.numerals.at(-1) ?? 0;
    const written = writtenNumeral(marker, draft);
    this.close(at + 1, marker.start);
    if (
      written === previous &&
      last.attachment < Attachment.sentence &&
      marker.attachment > last.attachment
    ) {
      draft.markers.pop();
      draft.numerals.pop();
    } else if (written === previous) {
      this.notes.push({
        stage: 'lists',
        code: 'repeated-numeral',
        start: marker.start,
        detail: String(written),
      });
    }
    draft.sequel = this.textEnd;
    draft.markers.push(marker);
    draft.numerals.push(written);
    if (draft.rank !== null) this.latest.set(draft.family, written);
    if (marker.numeral === Number.POSITIVE_INFINITY) this.open.splice(at, 1);
    return true;
  }

  /**
   * Position in the stack of the list that the marker goes on with, or -1. A list of the same style comes before a nearer
   * one of another: 二是 goes on with 一是, whatever 一要…二要 stands between them.
   */
  private place(marker: Marker, index: number): number {
    let gap = -1;
    let mixed = -1;
    let sections = false;
    for (let i = this.open.length - 1; i >= 0; i--) {
      const draft = this.open[i];
      if (draft?.rank === OUTERMOST) sections = true;
      if (
        draft === undefined ||
        (sections && draft.rank === null) ||
        !joins(marker, draft) ||
        tooFar(marker, draft)
      )
        continue;
      const step = marker.numeral - (draft.numerals.at(-1) ?? 0);
      if (draft.family === 'order' ? marker.numeral > 1 : step === 1) {
        const near = gap < 0 || marker.paragraph === lastOf(draft).paragraph;
        if (near && (draft.rank !== null || hasStyle(draft, marker) || draft.family === 'order')) return i;
        if (near && mixed < 0) mixed = i;
      } else if (gap < 0 && this.bridges(marker, draft, step, index)) gap = i;
    }
    return mixed >= 0 ? mixed : gap;
  }

  /** Whether a marker that does not follow exactly (a numeral is skipped or repeated) still belongs to the list. */
  private bridges(marker: Marker, draft: Draft, step: number, index: number): boolean {
    if (marker.rule.family !== draft.family) return false;
    const last = lastOf(draft);
    if (marker.attachment < Attachment.sentence) {
      // 一要…，二要…，四要…: commas between all of them, in one paragraph.
      const running = marker.attachment === Attachment.comma && marker.paragraph === last.paragraph;
      const spoken =
        draft.family === 'spoken' && hasStyle(draft, marker) && last.attachment > Attachment.loose;
      return running && spoken && step >= 2 && step <= LARGEST_GAP;
    }
    const opens = marker.attachment === Attachment.paragraph;
    const firm = opens && last.attachment === Attachment.paragraph;
    const alike = draft.rank === null || opens === (last.attachment === Attachment.paragraph);
    if (step >= 2 && step <= (firm ? LARGEST_GAP_BY_PARAGRAPH : LARGEST_GAP)) return alike;
    if (step !== 0) return false;
    if (marker.numeral > 1) {
      return alike && (draft.rank === null || firm || this.followedBy(marker, index, marker.numeral + 1));
    }
    return draft.markers.length === 1 && alike && draft.rank === null && this.followedBy(marker, index, 3);
  }

  private begin(marker: Marker, base = 0): void {
    const { family, rank } = marker.rule;
    this.retire(marker);
    if (rank !== null) {
      const inner = this.open.findIndex((d) => d.rank !== null && d.rank >= rank);
      if (inner >= 0) this.close(inner, marker.start);
    }
    if (this.open.length >= OPEN_AT_ONCE) this.close(0, marker.start);
    const around = this.open.toReversed();
    const end = this.textEnd;
    const numerals = [marker.numeral];
    const draft: Draft = { family, rank, markers: [marker], numerals, around, base, limit: end, sequel: end };
    if (rank !== null) this.latest.set(family, marker.numeral);
    this.drafts.push(draft);
    this.open.push(draft);
  }

  /**
   * Makes room for a new list of a family: the open one stays for the case that the new one is nested in its last
   * item (same paragraph, spoken), all older ones end here.
   */
  private retire(marker: Marker): void {
    const { family, rank } = marker.rule;
    const same = this.open.filter((draft) => draft.family === family);
    const latest = same.at(-1);
    if (latest !== undefined && rank === null && lastOf(latest).paragraph === marker.paragraph) {
      latest.sequel = marker.start;
      same.pop();
    }
    for (const draft of same) draft.limit = Math.min(draft.limit, draft.sequel, marker.start);
    if (same.length > 0) this.open = this.open.filter((draft) => !same.includes(draft));
  }

  /** （四） in section 二、 after （三） in section 一、: the document numbers through. */
  private runsOn(marker: Marker, index: number): boolean {
    const { family, rank } = marker.rule;
    if (rank === null) return false;
    if (marker.attachment < Attachment.sentence && !this.followedBy(marker, index, marker.numeral + 1))
      return false;
    const inSection = this.open.some((draft) => draft.rank !== null && draft.rank < rank);
    return inSection && this.latest.get(family) === marker.numeral - 1;
  }

  /**
   * A loose 一、 opens a list where 二、 follows, unless a firm list is waiting for that 二、 already; it does not wait for
   * 二要 where it began with 一是.
   */
  private mayOpen(marker: Marker, index: number): boolean {
    const next = this.markers[this.nextOf(index)];
    const alike = next !== undefined && next.rule.style === marker.rule.style;
    const waiting = this.open.some(
      (draft) =>
        draft.family === marker.rule.family &&
        draft.numerals.at(-1) === 1 &&
        (!alike || hasStyle(draft, marker)) &&
        (lastOf(draft).attachment >= Attachment.sentence || !hasStyle(draft, marker)) &&
        !tooFar(marker, draft),
    );
    if (waiting) return false;
    const least = this.opensSection(marker, index) ? Attachment.loose : Attachment.comma;
    return this.followedBy(marker, index, 2, least) || this.followedAfterInner(marker, index);
  }

  /** 一是…，一要…，二要…；二是: what follows first begins a list inside the item. */
  private followedAfterInner(marker: Marker, index: number): boolean {
    const inner = this.nextOf(index);
    const first = this.markers[inner];
    if (marker.attachment < Attachment.comma || first?.numeral !== 1) return false;
    const next = this.markers[this.nextOf(index, marker.rule.style)];
    return next?.numeral === 2 && next !== first && next.start - marker.start <= marker.rule.reach;
  }

  /** （一） right after the heading of a section (一、项目单位（一）…), where a page has lost its line breaks. */
  private opensSection(marker: Marker, index: number): boolean {
    const before = this.markers[index - 1];
    return (
      marker.rule.rank === OUTERMOST + 1 &&
      before?.rule.rank === OUTERMOST &&
      marker.start - before.body <= LONGEST_HEADING
    );
  }

  /**
   * A list whose first markers were lost: two neighbours in order from 二 or 三 on, three from 四 on, all firmly
   * attached.
   */
  private startsLate(marker: Marker, index: number): boolean {
    if (marker.numeral > LATEST_START || marker.rule.family === 'order') return false;
    const least = marker.rule.rank === null ? Attachment.sentence : Attachment.paragraph;
    const bracketed = marker.rule.family === 'bracketed-chinese';
    if (marker.attachment < (bracketed ? Attachment.sentence : least)) return false;
    const one = this.followedBy(marker, index, marker.numeral + 1, bracketed ? Attachment.sentence : least);
    if (!one || marker.numeral <= 3) return one;
    const next = this.nextOf(index);
    const following = this.markers[next];
    return (
      following !== undefined && this.followedBy(following, next, marker.numeral + 2, Attachment.sentence)
    );
  }

  /**
   * The next marker of a marker's family, and of a style where one is given; −1 where there is none. All markers of a family
   * together look at every other one once.
   */
  private nextOf(index: number, style: ListStyle | null = null): number {
    const family = this.markers[index]?.rule.family;
    for (let i = index + 1; i < this.markers.length; i++) {
      const { rule } = this.markers[i] as Marker;
      if (rule.family === family && (style === null || rule.style === style)) return i;
    }
    return -1;
  }

  private followedBy(
    marker: Marker,
    index: number,
    numeral: number,
    least: Attachment = Attachment.comma,
  ): boolean {
    const next = this.markers[this.nextOf(index)];
    return (
      next !== undefined &&
      next.numeral === numeral &&
      next.attachment >= least &&
      next.start - marker.start <= marker.rule.reach
    );
  }
}

/** Whether a list begins or went on last with markers of the same style: 一是 and 一要 may be mixed. */
function hasStyle({ markers }: Draft, { rule }: Marker): boolean {
  return markers[0]?.rule.style === rule.style || markers.at(-1)?.rule.style === rule.style;
}

/** What a marker counts as in a list: 第三 says it itself where a numeral is skipped, 其次 and 最后 are the next one. */
function writtenNumeral({ rule, numeral }: Marker, { family, numerals }: Draft): number {
  const next = (numerals.at(-1) ?? 0) + 1;
  if (family !== 'order') return numeral;
  return rule.family === 'ordinal' && numeral - next < LARGEST_GAP ? Math.max(next, numeral) : next;
}
