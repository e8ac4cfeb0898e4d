import type { DemoPlace } from './demo-places';
import { ANY_UNITS, LIST_ITEMS, SPOKEN, TASKS, TOLD, WAYS } from './demo-sentences';
import type { Random } from './random';
import { type DemoList, writeList } from './write-list';

/** A document, and what it holds. */
export interface Composition {
  readonly title: string;
  readonly text: string;
  readonly slogans: Readonly<Record<string, number>>;
  readonly lists: readonly DemoList[];
}

/** Collects the paragraphs of one document, fills their slots, and counts what goes in. */
export class Pages {
  title = '';
  readonly short: string;
  readonly long: string;
  /** What the document, or this part of it, is mainly about. */
  task: string;
  private tasks: readonly (readonly [task: string, unit: string])[];
  private readonly paragraphs: string[] = [];
  private readonly counts: Record<string, number> = {};
  private readonly lists: DemoList[] = [];
  private unsaid: string[] = [];
  private untold: string[] = [];

  constructor(
    private readonly random: Random,
    private readonly place: DemoPlace,
  ) {
    const central = place.level === 'country';
    this.short = central ? '国务院' : place.name;
    this.long = central ? '国务院' : place.path.join('');
    this.tasks = random.sample(TASKS, 5);
    this.task = this.tasks[0]?.[0] ?? '';
  }

  /** Turns to another matter. */
  turn(): void {
    this.tasks = this.random.sample(TASKS, 5);
    this.task = this.tasks[0]?.[0] ?? '';
  }

  paragraph(...sentences: readonly string[]): void {
    this.paragraphs.push(this.count(sentences.join('')));
  }

  /** Sentences that people say; none comes twice before all have come. */
  spoken(count: number): string[] {
    if (this.unsaid.length < count) this.unsaid = this.random.shuffle(SPOKEN);
    return this.unsaid.splice(0, count).map((sentence) => this.fill(sentence));
  }

  /** Sentences that a report tells. */
  told(count: number): string[] {
    if (this.untold.length < count) this.untold = this.random.shuffle(TOLD);
    return this.untold.splice(0, count).map((sentence) => this.fill(sentence));
  }

  /** A list of directives, in one paragraph or one paragraph an item. */
  list(lead: string, inline: boolean): void {
    const written = writeList(this.random, this.items(this.random.integer(2, 6)), inline);
    if (inline) this.paragraph(lead, ...written.lines);
    else for (const line of [lead, ...written.lines]) this.paragraph(line);
    this.lists.push(written.list);
  }

  /** Numbered sections 一、 二、, with （一）（二） inside where `nested`. */
  sections(count: number, nested: boolean): void {
    this.lists.push({ style: '一、', items: count });
    for (let i = 0; i < count; i++) {
      const [heading = ''] = this.items(1);
      this.paragraph(`${'一二三四五'.charAt(i)}、${heading}。`, ...this.spoken(this.random.integer(3, 6)));
      if (!nested || i === count - 1) continue;
      const inner = this.items(this.random.integer(2, 3));
      this.lists.push({ style: '（一）', items: inner.length });
      inner.forEach((item, j) => {
        this.paragraph(`（${'一二三'.charAt(j)}）${item}。`, ...this.spoken(this.random.integer(1, 3)));
      });
    }
  }

  finish(): Composition {
    const text = this.paragraphs.join('\n');
    return { title: this.count(this.title), text, slogans: this.counts, lists: this.lists };
  }

  private items(count: number): string[] {
    return this.random.sample(LIST_ITEMS, count).map((item) => this.fill(item));
  }

  /** Replaces the slots of a sentence; its task and its unit belong together. */
  private fill(sentence: string): string {
    const { random } = this;
    const [task, owner] = random.pick(this.tasks);
    const unit = random.chance(0.7) ? owner : random.pick(ANY_UNITS);
    return sentence
      .replace('{T}', task)
      .replace('{U}', unit)
      .replace('{W}', () => random.pick(WAYS))
      .replace('{P}', this.short)
      .replace('{L}', this.place.word);
  }

  /** Takes the marks 「 」 away and counts what stood in them. */
  private count(marked: string): string {
    const filled = marked.includes('{') ? this.fill(marked) : marked;
    return filled.replace(/「(.+?)」/g, (_, slogan: string) => {
      this.counts[slogan] = (this.counts[slogan] ?? 0) + 1;
      return slogan;
    });
  }
}
