/** From the original text to the repaired one, still in its own script: every kind of damage in its order. */
import { stripAnnotations } from './annotations';
import { repairByteShifts } from './byte-shift';
import { CLASS } from './classes';
import type { Draft } from './draft';
import { replaceEntities } from './entities';
import { dropInvisible } from './invisible';
import { repairMojibake } from './mojibake';
import type { TextTables } from './tables';

/** Undoes the damage that `flags` (of `scan`) gives reason to look for. */
export function repair(draft: Draft, flags: number, tables: TextTables): Draft {
  let next = draft;
  if (flags & CLASS.mojibake) next = repairMojibake(next, tables.gbk());
  if (flags & CLASS.entity) next = replaceEntities(next);
  if (flags & CLASS.invisible) next = dropInvisible(next, false);
  if (flags & CLASS.traditional)
    next = repairByteShifts(next, tables.shiftBeam, tables.gbk(), tables.conversion);
  if (flags & CLASS.tone) next = stripAnnotations(next, tables.conversion);
  if (flags & CLASS.invisible) next = dropInvisible(next, true);
  return next;
}
