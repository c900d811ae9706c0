import type { Answer } from '../../core/answer/answer.ts';
import { action, answer, heading, list, note, table } from '../../core/answer/build.ts';
import { code, plain, text } from '../../core/answer/text.ts';
import type { Part } from '../../core/answer/part.ts';
import { nearest } from '../../core/ask/nearest.ts';
import { flagsOf } from '../../core/ask/parse-words.ts';
import { verbs, verbSpec, type VerbSpec } from '../../core/ask/grammar.ts';
import type { HelpRequest } from '../../core/ask/request.ts';
import { badRequest } from '../../core/problem/problem.ts';
import { allChecks } from '../../core/triage/all-checks.ts';
import { checkAnswer } from '../../core/triage/check-answer.ts';
import { checkListParts } from '../../core/triage/list-checks.ts';
import { clusterLines } from '../cluster-lines.ts';
import { noClusters, type ClusterNames } from '../clusters.ts';

/** Help on everything, on one verb, or on a check by its id. */
export function help(request: HelpRequest, clusters: ClusterNames = noClusters): Answer {
  const { about } = request;
  if (about === undefined) return overview(clusters);
  const spec = verbSpec(about);
  if (spec !== undefined) return aboutVerb(spec);
  const check = allChecks.find((one) => one.id === about);
  if (check !== undefined) return checkAnswer(check);
  const near = nearest(about, [...verbs.map((one) => one.verb), ...allChecks.map((one) => one.id)]);
  throw badRequest(`There is no help on "${about}".`, near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Try: help');
}

function overview(clusters: ClusterNames): Answer {
  return answer('smalltalk', text`I am the Kubernetes Service expert: ask in your own words, or use a verb.`, {
    parts: [
      table(
        '',
        ['VERB', 'DOES'],
        verbs.filter((spec) => spec.verb !== 'help').map((spec) => [`${spec.verb} ${spec.usage}`.trim(), spec.summary]),
      ),
      heading('For example'),
      list(
        [
          code('how do I expose postgres to other namespaces?'),
          code('triage checkout -n shop'),
          code('what does clusterIP: None mean?'),
        ].map((one) => [one]),
      ),
      ...clusterParts(clusters),
      note(
        text`Flags everywhere: -n NAMESPACE, -A (all namespaces), --cluster NAME. I read the cluster and change nothing in it.`,
      ),
    ],
    actions: [
      action('What is broken?', 'scan -A', 'primary'),
      action('List Services', 'list -A'),
      action('What is a headless Service?', 'ask -- what is a headless Service?'),
    ],
  });
}

/** With one cluster there is nothing to choose. */
function clusterParts(clusters: ClusterNames): readonly Part[] {
  return clusters.names.length < 2 ? [] : [heading('Clusters'), list(clusterLines(clusters))];
}

function aboutVerb(spec: VerbSpec): Answer {
  return answer('smalltalk', text`${code(`${spec.verb} ${spec.usage}`.trim())}: ${spec.summary}.`, {
    parts: [
      heading('For example'),
      list(spec.examples.map((example) => [code(example)])),
      heading('Flags'),
      table(
        '',
        ['FLAG', 'MEANS'],
        flagsOf(spec)
          .filter((flag) => flag.hidden !== true)
          .map((flag) => [
            `${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`,
            flag.summary,
          ]),
      ),
      ...(spec.aliases.length === 0 ? [] : [note(text`Also: ${spec.aliases.join(', ')}.`)]),
      ...(spec.notes ?? []).map((words) => note(plain(words))),
      ...(spec.verb === 'triage' ? checkListParts() : []),
    ],
  });
}
