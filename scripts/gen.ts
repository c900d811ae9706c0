import { gen as genCheckList } from './gen/check-list.ts';

/** Writes every generated file; `--check` fails when one on disk is not what would be written. */
const generators = [genCheckList];

for (const generate of generators) await generate();
