import type { Answer } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { cleanLine } from '../text/clean-text.ts';
import { groupSkipped } from '../text/group-skipped.ts';
import { sarifMessage } from './sarif-message.ts';
import { sarifResults } from './sarif-results.ts';
import { sarifRules, type RuleInfo } from './sarif-rules.ts';
import type { SarifInvocation, SarifLog } from './sarif.ts';
import { readTime } from '../text/read-time.ts';

export interface SarifOptions {
  readonly version: string;
  /** All checks there are: a code scanning service lists rules that found nothing too. */
  readonly checks: readonly RuleInfo[];
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The findings of an answer as a SARIF 2.1.0 log. What could not be read is a notification: silence would read as healthy. */
export function renderSarif(answer: Answer, { version, checks }: SarifOptions): SarifLog {
  const rules = sarifRules(answer, checks);
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'k8s-svc', version, rules } },
        invocations: [invocation(answer)],
        ...sarifResults(answer, rules),
        properties: {
          ...(answer.read === undefined ? {} : { cluster: cleanLine(answer.read.cluster) }),
          headline: cleanLine(flatten(answer.headline)),
        },
      },
    ],
  };
}

function invocation({ problem, headline, skipped = [], read, clusters = [] }: Answer): SarifInvocation {
  const at = readTime(read);
  return {
    executionSuccessful: problem === undefined,
    ...(at === undefined ? {} : { endTimeUtc: at.toISOString() }),
    toolExecutionNotifications: [
      ...(problem === undefined ? [] : [{ level: 'error' as const, message: sarifMessage(flatten(headline)) }]),
      ...clusters
        .filter((one) => one.problem !== undefined)
        .map(({ cluster, say }) => ({
          level: 'error' as const,
          message: sarifMessage(`Cluster ${cluster} was not read: ${flatten(say)}`),
        })),
      ...groupSkipped(skipped).map(({ checks, unread, grant }) => ({
        level: 'warning' as const,
        message: sarifMessage(`Not checked (${checks.join(', ')}): could not read ${unread.join(', ')}. Grant: ${grant}`),
      })),
    ],
  };
}
