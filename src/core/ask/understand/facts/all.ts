import { audienceFacts } from './audience.ts';
import { externalFacts } from './external.ts';
import type { FactFinder } from './fact.ts';
import { nameFacts } from './names.ts';
import { placeFacts } from './place.ts';
import { portFacts } from './ports.ts';
import { protocolFacts } from './protocol.ts';
import { stateFacts } from './state.ts';
import { wishFacts } from './wishes.ts';
import { kindFacts } from './workload-kind.ts';

/** Every fact finder. Each fact has one place where it is found. */
export const factFinders: readonly FactFinder[] = [
  nameFacts,
  kindFacts,
  portFacts,
  protocolFacts,
  audienceFacts,
  stateFacts,
  externalFacts,
  placeFacts,
  wishFacts,
];
