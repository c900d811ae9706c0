import type { Intent, RecommendationType } from '../../answer/answer.ts';
import { allOf, firstOf, type AskedFacts } from '../asked-facts.ts';
import type { Area, Request } from '../request.ts';

/** What was said last in a conversation: enough to understand the next message in it. */
export interface Turn {
  readonly request: Request;
  /** Of the answer. */
  readonly intent?: Intent;
  /** What is known by then, in the text or by buttons. */
  readonly facts: AskedFacts;
  readonly recommended?: RecommendationType;
  /** The next best. */
  readonly other?: RecommendationType;
  /** A question still waits for its answer; there may be a recommendation until then. */
  readonly open: boolean;
}

/** What a conversation is about: it decides what a change means. */
export type Matter = 'decision' | 'manifest' | 'service' | 'area' | 'reach' | 'other';

export function matterOf({ request, intent }: Turn): Matter {
  switch (request.verb) {
    case 'expose':
      return 'decision';
    case 'manifest':
      return 'manifest';
    case 'triage':
    case 'watch':
    case 'explain':
      return 'service';
    case 'scan':
    case 'list':
      return 'area';
    case 'reach':
      return 'reach';
    case 'ask':
      return intent === 'decide' || intent === 'manifest' ? 'decision' : named(intent);
    case 'review':
    case 'help':
    case 'use':
      return 'other';
    default:
      return request satisfies never;
  }
}

function named(intent: Intent | undefined): Matter {
  return intent === 'triage' || intent === 'explain' ? 'service' : 'other';
}

/** The name that "it" stands for; undefined when nothing was named. */
export function nameOfTurn({ request, facts }: Turn): string | undefined {
  switch (request.verb) {
    case 'triage':
    case 'watch':
      return request.service;
    case 'explain':
      return request.services[0];
    case 'expose':
      return request.workload;
    case 'manifest':
      return request.workload ?? firstOf(facts.workload);
    default:
      return [...allOf(facts.workload), ...allOf(facts.service)][0];
  }
}

/** Namespace and cluster that go on to hold. */
export function areaOfTurn({ request, facts }: Turn): Area {
  if (request.verb === 'help' || request.verb === 'use') return {};
  const namespace = request.namespace ?? (request.allNamespaces === true ? undefined : firstOf(facts.namespace));
  return {
    ...(namespace === undefined ? {} : { namespace }),
    ...(request.cluster === undefined ? {} : { cluster: request.cluster }),
  };
}
