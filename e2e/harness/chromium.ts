import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How to launch the browser of the page tests, in the shape that Playwright takes. */
export interface ChromiumLaunch {
  /** Undefined: the browser that Playwright itself has installed. */
  readonly executablePath: string | undefined;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

/** The tests run in containers and as root, where the sandbox cannot be had; pages come from loopback only. */
const containerArgs = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];
const quietArgs = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];

function packageVersion(): string {
  const main = createRequire(join(root, 'package.json')).resolve('@sparticuz/chromium');
  const manifest = JSON.parse(readFileSync(join(dirname(main), '../../package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** A font configuration that sees the unpacked fonts only, so that pages look alike on every machine. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`;
}

function unpackInto(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  // Unpacked aside and renamed: a kill half way must not leave half a browser that looks whole.
  const draft = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, [join(here, 'unpack-chromium.mjs')], {
    env: { ...process.env, TMPDIR: draft },
  });
  writeFileSync(join(draft, 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

function unpacked(): string {
  const name = `tifa-chromium-${packageVersion()}`;
  const candidates = [
    join(root, 'node_modules/.cache', name),
    join(tmpdir(), `${name}-${process.getuid?.() ?? 0}`),
  ];
  const there = candidates.find((folder) => existsSync(join(folder, 'chromium')));
  if (there) return there;
  const failures: unknown[] = [];
  for (const folder of candidates) {
    try {
      unpackInto(folder);
      return folder;
    } catch (error) {
      failures.push(error); // node_modules may belong to somebody else: then the folder for temporary files
    }
  }
  throw new AggregateError(failures, 'Chromium cannot be unpacked');
}

/** The libraries that slim systems lack come with the package; those of the system are taken where they are there. */
function libraryPath(folder: string): string | undefined {
  try {
    execFileSync(join(folder, 'chromium'), ['--version'], { stdio: 'pipe', timeout: 20_000 });
    return process.env.LD_LIBRARY_PATH;
  } catch {
    return [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

let found: ChromiumLaunch | undefined;

/**
 * The Chromium to test with: the one that npm brought (Linux x64), unpacked once; TIFA_CHROMIUM names another.
 * Elsewhere Playwright's own has to be installed: `npx playwright install chromium`.
 */
export function chromiumLaunch(): ChromiumLaunch {
  if (found) return found;
  const args = [...containerArgs, ...quietArgs];
  const own = process.env.TIFA_CHROMIUM;
  if (own || process.platform !== 'linux' || process.arch !== 'x64') {
    found = { executablePath: own || undefined, args, env: definedEnvironment() };
    return found;
  }
  const folder = unpacked();
  const libraries = libraryPath(folder);
  found = {
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...definedEnvironment(),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
    },
  };
  return found;
}
