import { parseArgs } from 'node:util';
import { cacheRowsOverFake } from './cache/cache-rows.ts';
import { printRows } from './row.ts';

/** `node bench/cache.ts --services=10000`: the watch cache alone, over a fake API server. */
const { values } = parseArgs({ options: { services: { type: 'string', default: '2000' } } });
const of = { services: Number(values.services), broken: 80 };
printRows(`Watch cache, ${of.services} Services with ${of.services * 3} pods`, await cacheRowsOverFake(of));
