import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadDatasets, readNamed } from './fetch/dataset';
import type { Link } from './fetch/links';
import { type FetchOptions, PoliteFetcher } from './fetch/polite-fetcher';
import { readLinks, readUrl } from './fetch/read-url';
import { loadRecipe, readRecipe } from './fetch/recipe';
import { WrongInput } from './fetch/wrong-input';
import type { Columns } from './read/csv';
import { listInputs, unreadable } from './read/list-inputs';
import type { ReadItem } from './read/raw-document';
import { readFile } from './read/read-file';

export interface InputOptions {
  readonly dataDir: string;
  /** Where archives are downloaded to. */
  readonly downloads: string;
  readonly columns?: Columns;
  readonly fetch?: Partial<FetchOptions>;
  /** Download a named archive again. */
  readonly refresh?: boolean;
}

export interface Inputs {
  readonly items: AsyncIterable<ReadItem & { readBytes: number }>;
  /** Of files on disk; null where something else is among the inputs. */
  readonly totalBytes: number | null;
  /** What servers told of pages that were read: to be kept once these are stored. */
  readonly fetcher: PoliteFetcher;
}

const WEB = /^https?:\/\//i;
const NAMED = /^(dataset|recipe|urls):(.*)$/;
/** ftp://…, file://… */
const OTHER_PROTOCOL = /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i;

/** An input that is not a file or a folder. */
export function isRemote(path: string): boolean {
  return WEB.test(path) || NAMED.test(path);
}

async function* linksIn(file: string): AsyncGenerator<Link> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const url = line.trim();
    if (url && !url.startsWith('#')) yield { url, title: null, published: null };
  }
}

async function* readUrlList(fetcher: PoliteFetcher, file: string): AsyncGenerator<ReadItem> {
  let number = 0;
  try {
    for await (const link of linksIn(file)) {
      number++;
      if (URL.canParse(link.url)) yield* readLinks(fetcher, [link]);
      else
        yield {
          problem: {
            input: file,
            line: number,
            code: 'wrong-url',
            detail: `it is no address: ${link.url.slice(0, 80)}`,
          },
        };
    }
  } catch (error) {
    yield { problem: unreadable(file, error) };
  }
}

type Reader = () => AsyncGenerator<ReadItem>;

function datasetReader(name: string, options: InputOptions): Reader {
  const datasets = loadDatasets(options.dataDir);
  const dataset = datasets.get(name);
  if (!dataset)
    throw new WrongInput(
      `there is no dataset ${JSON.stringify(name)}; data/datasets.yaml has ${[...datasets.keys()].join(', ')}`,
    );
  const { fetch, downloads, refresh = false } = options;
  return () => readNamed(name, dataset, downloads, { ...fetch, refresh });
}

/** How an input that is no file is read. @throws WrongInput */
function remoteReader(path: string, fetcher: PoliteFetcher, options: InputOptions): Reader {
  const [, kind, name = ''] = NAMED.exec(path) ?? [];
  if (kind === 'urls') return () => readUrlList(fetcher, name);
  if (kind === 'dataset') return datasetReader(name, options);
  if (kind === 'recipe') {
    const recipe = loadRecipe(name);
    return () => readRecipe(fetcher, recipe);
  }
  if (!URL.canParse(path)) throw new WrongInput(`it is no address: ${path}`);
  return () => readUrl(fetcher, path, options.columns ? { columns: options.columns } : {});
}

/**
 * The documents of inputs of all kinds: files, folders, patterns, `-`, addresses (pages, sitemaps, feeds, files of
 * data), `urls:FILE`, `recipe:FILE` and `dataset:NAME`. What cannot be read is a problem among them.
 * @throws WrongInput for a dataset or a recipe that is wrong in itself, before anything is read
 */
export async function openInputs(paths: readonly string[], options: InputOptions): Promise<Inputs> {
  const fetcher = new PoliteFetcher(options.fetch ?? {});
  const other = paths.find((p) => OTHER_PROTOCOL.test(p));
  if (other) throw new WrongInput(`only http and https are read from the web: ${other}`);
  const { files, problems } = await listInputs(paths.filter((p) => !isRemote(p)));
  const remote = paths.filter(isRemote).map((path) => remoteReader(path, fetcher, options));
  const local = files.every((f) => f.bytes !== null) && remote.length === 0;
  async function* items(): AsyncGenerator<ReadItem & { readBytes: number }> {
    let readBytes = 0;
    for (const problem of problems) yield { problem, readBytes };
    for (const file of files) {
      const before = readBytes;
      const onBytes = (bytes: number) => {
        readBytes += bytes;
      };
      const reading = readFile(file.path, { onBytes, ...(options.columns && { columns: options.columns }) });
      for await (const item of reading) yield { ...item, readBytes };
      // Also where reading stopped early.
      readBytes = before + (file.bytes ?? 0);
    }
    for (const read of remote) for await (const item of read()) yield { ...item, readBytes };
  }
  const totalBytes = local ? files.reduce((sum, f) => sum + (f.bytes ?? 0), 0) : null;
  return { items: items(), totalBytes, fetcher };
}
