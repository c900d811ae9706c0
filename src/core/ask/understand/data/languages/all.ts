import { chinese } from './chinese.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hindi } from './hindi.ts';
import type { LanguageTable } from './language.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** Every language besides English. A new one is a file like its neighbours and a line here. */
export const languages: readonly LanguageTable[] = [german, spanish, french, portuguese, chinese, hindi];
