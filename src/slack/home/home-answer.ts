import { action, answer, heading, list, note } from '../../core/answer/build.ts';
import type { Answer } from '../../core/answer/answer.ts';
import type { Part } from '../../core/answer/part.ts';
import { code, plain, text, type Text } from '../../core/answer/text.ts';
import { clusterLines } from '../../app/cluster-lines.ts';
import type { ClusterNames } from '../../app/clusters.ts';
import type { ChannelDefaults } from '../channel-defaults.ts';

/** What stands on a person's Home tab beside the help. */
export interface HomeFacts {
  readonly clusters: ClusterNames | undefined;
  /** Of the direct messages with this person. */
  readonly defaults: ChannelDefaults | undefined;
  /** Requests in words, the last one first. */
  readonly recent: readonly string[];
}

/** The Home tab: what can be asked about, what goes without saying, what this person looked at, then the help. */
export function homeAnswer(help: Answer, facts: HomeFacts): Answer {
  return answer(help.intent, help.headline, {
    parts: [...clusterParts(facts), ...defaultParts(facts), ...recentParts(facts), ...withoutClusters(help.parts)],
    actions: [...help.actions, ...facts.recent.map((words) => action(words, words))],
  });
}

function clusterParts({ clusters }: HomeFacts): readonly Part[] {
  return clusters === undefined || clusters.names.length === 0 ? [] : [heading('Clusters'), list(clusterLines(clusters))];
}

/** The help lists them too where there is a choice; here they stand first. */
function withoutClusters(parts: readonly Part[]): readonly Part[] {
  const at = parts.findIndex((part) => part.kind === 'heading' && part.text === 'Clusters');
  return at === -1 ? parts : parts.toSpliced(at, 2);
}

function defaultParts({ defaults }: HomeFacts): readonly Part[] {
  const how = text`Set with ${code('use CLUSTER/NAMESPACE')}, here for your direct messages and in a channel for that channel.`;
  if (defaults === undefined) return [heading('Your defaults'), list([plain('None.')]), note(how)];
  const { cluster, namespace } = defaults;
  const of = cluster === undefined ? 'The default cluster' : text`Cluster ${code(cluster)}`;
  const where = text`${of}${namespace === undefined ? '' : text`, namespace ${code(namespace)}`}`;
  return [heading('Your defaults'), list([where]), note(how)];
}

function recentParts({ recent }: HomeFacts): readonly Part[] {
  if (recent.length === 0) return [];
  return [heading('What you looked at lately'), list(recent.map((words): Text => [code(words)]))];
}
