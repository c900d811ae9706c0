import { mostQuestions } from '../../tree/ask-of.ts';
import type { Request } from '../request.ts';
import { decisionOf } from './change.ts';
import type { Heard } from './heard.ts';
import { areaOfTurn, matterOf, nameOfTurn, type Turn } from './turn.ts';
import type { Wish } from './wishes.ts';
import { yamlOf } from './yaml-of.ts';

/** The request that a wish about the last answer comes to; undefined when there is nothing that it could be about. */
export function grantWish(wish: Exclude<Wish, 'forget'>, turn: Turn, heard: Heard): Request | undefined {
  const name = nameOfTurn(turn);
  const area = areaOfTurn(turn);
  const matter = matterOf(turn);
  const triage: Request | undefined = name === undefined ? undefined : { verb: 'triage', service: name, why: false, ...area };
  switch (wish) {
    case 'again':
      return repeated(turn);
    case 'yaml':
      return yamlOf(turn, heard.mentioned[0], heard.facts, heard.name);
    case 'why': {
      if (matter === 'decision' || matter === 'manifest') {
        const decision = decisionOf(turn);
        return decision === undefined ? undefined : { ...decision, why: true };
      }
      return matter === 'service' && triage?.verb === 'triage' ? { ...triage, why: true } : undefined;
    }
    case 'explain':
      return name === undefined ? undefined : { verb: 'explain', services: [name], ...area };
    case 'triage':
      return triage ?? (matter === 'area' ? repeated(turn) : undefined);
    case 'watch':
      return name === undefined ? undefined : { verb: 'watch', service: name, ...area };
    case 'list':
      return name === undefined && matter === 'other' ? undefined : { verb: 'list', ...area };
    case 'other-one':
      return turn.other === undefined ? undefined : yamlOf(turn, turn.other, {});
    case 'everywhere':
      return everywhere(turn);
    case 'assume': {
      const decision = turn.open ? decisionOf(turn) : undefined;
      return decision === undefined ? undefined : { ...decision, asked: mostQuestions };
    }
    default:
      return wish satisfies never;
  }
}

/** The same once more, as it is now; a look at a Service that was followed is a triage. */
function repeated({ request }: Turn): Request | undefined {
  switch (request.verb) {
    case 'watch': {
      const { verb: _, ...rest } = request;
      return { verb: 'triage', why: false, ...rest };
    }
    case 'help':
    case 'use':
      return undefined;
    default:
      return request;
  }
}

/** "all namespaces": the same over the whole cluster; after a decision it says who calls. */
function everywhere(turn: Turn): Request | undefined {
  const { cluster } = areaOfTurn(turn);
  const all = { allNamespaces: true, ...(cluster === undefined ? {} : { cluster }) } as const;
  const { request } = turn;
  if (request.verb === 'list') return { verb: 'list', ...all, ...(request.type === undefined ? {} : { type: request.type }) };
  if (request.verb === 'explain') return { verb: 'list', ...all };
  if (request.verb === 'reach') return { verb: 'reach', ...all };
  const matter = matterOf(turn);
  return matter === 'area' || matter === 'service' ? { verb: 'scan', ...all } : undefined;
}
