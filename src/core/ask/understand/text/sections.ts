import { isServiceRow } from './service-row.ts';

/** A message in its parts. What a person pastes or quotes says what there is; what they type says what they want. */
export interface Sections {
  /** What the person typed. */
  readonly prose: string;
  /** Lines that quote somebody else (`> …`). */
  readonly quoted: string;
  /** Pasted manifests, each as it stands. */
  readonly yaml: readonly string[];
  /** Other pasted lines: output of kubectl and curl, logs. */
  readonly pasted: readonly string[];
}

const yamlStart = /^\s*(?:apiVersion|kind|metadata|spec)\s*:/;
const yamlLine = /^\s*(?:- )?[\w."'/-]+\s*:(?:\s|$)|^\s*- |^\s*#|^---\s*$|^\s*[}\]]/;
const tableHead = /^\s*(?:NAMESPACE\s+)?NAME\s{1,80}[A-Z]/;
const tableRow = /\s{2,}|\t/;
const describeLine =
  /^\s*(?:Name|Namespace|Labels|Annotations|Selector|Type|IP Families|IPs?|IP Family Policy|Port|TargetPort|NodePort|Endpoints|Session Affinity|External Traffic Policy|Internal Traffic Policy|LoadBalancer Ingress|External IPs?|HealthCheck NodePort|Events)\s*:\s/;
const promptLine = /^\s*(?:[\w@.~:/-]{0,80}[$#]|PS>)\s+(?:kubectl|k|curl|nslookup|dig|ping|telnet|helm|oc|wget|nc)\s/;

/** A row of `kubectl get pods` whose heading was not copied along. */
const podRow =
  /^\s*`?(?:[a-z0-9-]{1,63}\s{1,80})?[a-z0-9][a-z0-9.-]{0,252}\s{1,80}\d{1,3}\/\d{1,3}\s{1,80}[A-Z]\w{2,40}\s{1,80}\d{1,6}\s/;

/** Splits by lines: one pass, nothing is looked at twice. */
export function splitSections(text: string): Sections {
  const prose: string[] = [];
  const quoted: string[] = [];
  const pasted: string[] = [];
  const yaml: string[][] = [];
  let fence = false;
  let open: string[] | undefined;
  let inTable = false;
  const described = text.split('\n').filter((line) => describeLine.test(line)).length > 1;
  for (const line of unfenced(text)) {
    if (line === '```') {
      fence = !fence;
      open = undefined;
      inTable = false;
      continue;
    }
    if (yamlStart.test(line) && open === undefined) {
      open = [];
      yaml.push(open);
    }
    if (open !== undefined && (yamlLine.test(line) || (fence && line.trim() !== ''))) {
      open.push(line);
      continue;
    }
    open = undefined;
    inTable = tableHead.test(line) || (inTable && tableRow.test(line.trim()));
    if (/^\s*>/.test(line)) quoted.push(line.replace(/^[\s>]+/, ''));
    else if (isServiceRow(line) || podRow.test(line)) pasted.push(line.replaceAll('`', ' '));
    else if (inTable || (described && describeLine.test(line)) || promptLine.test(line)) pasted.push(line);
    else if (fence && (line.length > 60 || pasted.length > 0 || tableRow.test(line.trim()))) pasted.push(line);
    else prose.push(line);
  }
  const manifests = yaml.filter((lines) => lines.length > 1 || (lines[0] ?? '').includes('{'));
  const notYaml = yaml.filter((lines) => lines.length === 1 && !(lines[0] ?? '').includes('{')).flat();
  return {
    prose: [...prose, ...notYaml].join('\n'),
    quoted: quoted.join('\n'),
    yaml: manifests.map((lines) => lines.join('\n')),
    pasted,
  };
}

/** The lines, with every ``` on a line of its own. A fence around a word or two inside a sentence counts as backticks. */
function unfenced(text: string): string[] {
  return text
    .replace(/```([^\n`]{1,80})```/g, ' `$1` ')
    .replace(/```[a-z]{0,10}\n?/g, '\n```\n')
    .split('\n')
    .map((line) => (line.trim() === '```' ? '```' : line));
}
