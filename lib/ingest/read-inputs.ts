import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadDatasets, readNamed } from './fetch/dataset';
import type { Link } from './fetch/links';
import { type FetchOptions, PoliteFetcher } from './fetch/polite-fetcher';
import { readLinks, readUrl } from './fetch/read-url';
import { loadRecipe, readRecipe } from './fetch/recipe';
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
const NAMED = /^(dataset|recipe|urls):(.+)$/;

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

async function* readRemote(
  path: string,
  fetcher: PoliteFetcher,
  options: InputOptions,
): AsyncGenerator<ReadItem> {
  if (WEB.test(path)) {
    yield* readUrl(fetcher, path, options.columns ? { columns: options.columns } : {});
    return;
  }
  const [, kind, name = ''] = NAMED.exec(path) ?? [];
  if (kind === 'urls') yield* readUrlList(fetcher, name);
  if (kind === 'recipe') yield* readRecipe(fetcher, loadRecipe(name));
  if (kind === 'dataset') {
    const datasets = loadDatasets(options.dataDir);
    const dataset = datasets.get(name);
    if (!dataset) throw new Error(`there is no dataset ${name}; there is ${[...datasets.keys()].join(', ')}`);
    yield* readNamed(name, dataset, options.downloads, {
      ...options.fetch,
      refresh: options.refresh ?? false,
    });
  }
}

/**
 * The documents of inputs of all kinds: files, folders, patterns, `-`, addresses (pages, sitemaps, feeds, files of
 * data), `urls:FILE`, `recipe:FILE` and `dataset:NAME`. What cannot be read is a problem among them.
 * @throws for a dataset or a recipe that is wrong in itself, when its turn comes
 */
export async function openInputs(paths: readonly string[], options: InputOptions): Promise<Inputs> {
  const fetcher = new PoliteFetcher(options.fetch ?? {});
  const { files, problems } = await listInputs(paths.filter((p) => !isRemote(p)));
  const remote = paths.filter(isRemote);
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
    for (const path of remote)
      for await (const item of readRemote(path, fetcher, options)) yield { ...item, readBytes };
  }
  const totalBytes = local ? files.reduce((sum, f) => sum + (f.bytes ?? 0), 0) : null;
  return { items: items(), totalBytes, fetcher };
}
