import type { Observed } from '../../core/model/observed.ts';
import type { ResourceName, Resources } from '../../core/model/resources.ts';
import type { ListOptions } from './list-resource.ts';

export type List<R extends ResourceName = ResourceName> = Observed<readonly Resources[R][]>;

/** What the first wave of lists brought. */
export type FirstWave = ReadonlyMap<ResourceName, List>;

/** Lists a resource over the connection of one cluster. */
export type ListCall = <R extends ResourceName>(resource: R, options: ListOptions, signal: AbortSignal) => Promise<List<R>>;
