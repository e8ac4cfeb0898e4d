import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDayNumber } from './calendar.ts';
import { buildWordIndex, type WordIndex } from './scan.ts';

const KINDS = [
  'congress',
  'plenum',
  'session',
  'discipline',
  'study',
  'yearly',
  'meeting',
  'campaign',
  'plan',
  'gathering',
  'founding',
  'yearly-day',
  'first-use',
  'wording',
] as const;

export type EventKind = (typeof KINDS)[number];

/** A dated fact. `start` and `end` are days; `cues` the words by which a text mentions it. */
export interface DatedEvent {
  readonly start: string;
  readonly end: string;
  /** The same two as day numbers (see calendar). */
  readonly from: number;
  readonly to: number;
  readonly kind: EventKind;
  readonly name: string;
  readonly cues: readonly string[];
}

export interface Events {
  readonly all: readonly DatedEvent[];
  /** Every cue once, and by the same number the events that it may mean. */
  readonly index: WordIndex;
  readonly byCue: readonly (readonly DatedEvent[])[];
}

/** Reads `dataDir/events.tsv`; throws on a row whose kind or days are not understood. */
export function loadEvents(dataDir: string): Events {
  const all: DatedEvent[] = [];
  for (const line of readFileSync(join(dataDir, 'events.tsv'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [start = '', end = '', written = '', name = '', cues = ''] = line.split('\t');
    const kind = KINDS.find((each) => each === written);
    if (kind === undefined || !/^\d{4}-\d\d-\d\d$/.test(start) || end < start)
      throw new Error(`events.tsv: ${line}`);
    all.push({
      start,
      end,
      from: toDayNumber(start),
      to: toDayNumber(end),
      kind,
      name,
      cues: cues.split(','),
    });
  }
  const byCue = new Map<string, DatedEvent[]>();
  for (const event of all) {
    for (const cue of event.cues) {
      const list = byCue.get(cue);
      if (list === undefined) byCue.set(cue, [event]);
      else list.push(event);
    }
  }
  return { all, index: buildWordIndex([...byCue.keys()]), byCue: [...byCue.values()] };
}
