import { keepUnits, keepWords } from '@/lib/kernel/tables';
import type { Issuer } from '@/lib/types';
import { ISSUERS } from './facts.ts';

/** Words behind the name of a place, and the kind of body that they name; the first that fits decides. */
const OFFICES: readonly (readonly [string, Issuer])[] = [
  ['人民政府', 'government'],
  ['政府', 'government'],
  ['长', 'government'],
  ['副市长', 'government'],
  ['委', 'party'],
  ['党委', 'party'],
  ['党工委', 'party'],
  ['纪委', 'party'],
  ['人大', 'congress'],
  ['人民代表大会', 'congress'],
  ['政协', 'cppcc'],
];

/** What a central body has in a place: 国家税务总局深圳市|税务局. */
const BRANCHES = '税务局 中心支行 分行 支行 监管局 监管分局 调查总队 调查队 海关 管理局 分局'.split(' ');

/** Characters after which a body named without its place is an actor of its own: no name can stand there. */
const OPEN_BEFORE = '由经据受表当日天午在对向从报席届及月号讯';
/** With these 长 is long, not a head: 区长期, 市长三角. */
const NO_HEAD = '期年远江三';

/** Addresses for source/heads.as, behind that of the rules for central bodies that are quoted. */
export const OFFICE_TABLES: readonly number[] = [
  keepWords(OFFICES.map(([word, issuer]) => [word, ISSUERS.indexOf(issuer)])),
  keepWords(BRANCHES.map((word) => [word, 0])),
  keepUnits(OPEN_BEFORE),
  keepUnits(NO_HEAD),
];
