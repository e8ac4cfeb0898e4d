import { Command, InvalidArgumentError, Option } from 'commander';
import { buildAlphabet } from '@/lib/discover/alphabet';
import { CorpusBuilder } from '@/lib/discover/corpus';
import { discoverAndStore, leastFor, MAX_CHARACTERS } from '@/lib/discover/discover-and-store';
import { type Candidate, FINDER_DEFAULTS, findCandidates } from '@/lib/discover/find-candidates';
import { knownForms } from '@/lib/discover/known-forms';
import { listInputs } from '@/lib/ingest/read/list-inputs';
import { parseDocument } from '@/lib/ingest/read/parse-document';
import { readFile } from '@/lib/ingest/read/read-file';
import { loadLexicon } from '@/lib/match/load-lexicon';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { restore } from '@/lib/text/restore';
import { loadTextTables } from '@/lib/text/tables';
import { type CandidateFormat, formatCandidates } from './command/candidate-format';
import { nameLines } from './command/name-lines';
import { callerFolder, collect, runCommand, workIn } from './command/run-command';
import { statusLine } from './command/status-line';

interface Options {
  format: CandidateFormat;
  limit: number;
  characters: number;
  all?: boolean;
  dryRun?: boolean;
  lexicon: string[];
}

interface Found {
  readonly candidates: readonly Candidate[];
  /** What was searched, for people. */
  readonly searched: string;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('not a whole number from 1 on');
  return Number(text);
}

/** Days are days in Asia/Shanghai. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

const searchedText = (documents: number, characters: number, cut: string) =>
  `${documents} documents, ${(characters / 1e6).toFixed(1)} million characters${cut}`;

/** Candidates of files, without a database; nothing is stored. */
async function fromFiles(paths: readonly string[], options: Options, known: Set<string>): Promise<Found> {
  const tables = loadTextTables(findDataDir());
  const alphabet = buildAlphabet();
  const builder = new CorpusBuilder(alphabet, options.characters);
  const status = statusLine();
  const { files, problems } = await listInputs(paths);
  const refuse = (p: { input: string; line: number | null; detail: string }) => {
    process.exitCode = 1;
    console.error(`${p.input}${p.line === null ? '' : `:${p.line}`}: ${p.detail}`);
  };
  problems.forEach(refuse);
  let documents = 0;
  for (const file of files) {
    for await (const item of readFile(file.path)) {
      const parsed = 'problem' in item ? item : parseDocument(item.document, null);
      if ('problem' in parsed) {
        refuse(parsed.problem);
        continue;
      }
      const { text, title, date, published, place, id } = parsed.input;
      const whole = title && !text.includes(title) ? `${title}\n${text}` : text;
      const restored = restore(whole, tables).text.string;
      if (!builder.add({ text: restored, day: date ?? published, place: place ?? '', ...(id && { id }) }))
        break;
      documents++;
      if (documents % 1_000 === 0) status(`reading: ${documents} documents`);
    }
    if (builder.full) break;
  }
  const candidates = findCandidates(builder.build(), alphabet, {
    ...FINDER_DEFAULTS,
    least: leastFor(builder.characters),
    limit: options.limit,
    known,
    onPhase: status,
  });
  const cut = builder.full ? '; the rest did not fit (--characters)' : '';
  return { candidates, searched: searchedText(documents, builder.characters, cut) };
}

/** Candidates of the stored corpus. */
async function fromStore(options: Options, known: Set<string>): Promise<Found> {
  try {
    const found = await discoverAndStore(await getPool('write'), {
      known,
      limit: options.limit,
      maxCharacters: options.characters,
      today: today(),
      // A list with known slogans in it, or a shorter one, must not replace the stored one.
      store: !options.dryRun && !options.all,
      onProgress: statusLine(),
    });
    const cut = found.sampled ? `; a random sample of ${found.available} documents (--characters)` : '';
    const stored = found.stored
      ? `; stored, ${found.stored.added} of them new, ${found.stored.removed} earlier ones gone`
      : '';
    return {
      candidates: found.candidates,
      searched: searchedText(found.documents, found.characters, cut) + stored,
    };
  } finally {
    await closeConnections();
  }
}

async function run(paths: string[], options: Options): Promise<void> {
  const dataDir = findDataDir();
  workIn(callerFolder());
  const { entries, problems } = loadLexicon(dataDir, options.lexicon);
  nameLines(problems);
  const known = options.all ? new Set<string>() : knownForms(entries);
  const { candidates, searched } =
    paths.length > 0 ? await fromFiles(paths, options, known) : await fromStore(options, known);
  process.stdout.write(formatCandidates(candidates, options.format));
  console.error(`${candidates.length} candidates from ${searched}`);
}

await runCommand(
  new Command('discover')
    .description('Proposes phrases that behave like slogans and that the lexicon lacks, the best first.')
    .argument('[paths...]', 'files or folders to search instead of the stored corpus; then nothing is stored')
    .addOption(
      new Option('--format <format>', 'a table for people, one JSON object a line, or tab-separated values')
        .choices(['table', 'jsonl', 'tsv'])
        .default('table'),
    )
    .option('--limit <n>', 'most candidates', wholeNumber, FINDER_DEFAULTS.limit)
    .option(
      '--characters <n>',
      'most characters searched; more need more memory',
      wholeNumber,
      MAX_CHARACTERS,
    )
    .option('--lexicon <file>', 'a lexicon of your own, besides the shipped one (repeatable)', collect, [])
    .option('--all', 'known slogans too; nothing is stored')
    .option('--dry-run', 'do not store the candidates')
    .action(run),
);
