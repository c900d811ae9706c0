import { badRequest, type Problem } from '../../problem/problem.ts';

/** As many bytes as an object may have in etcd, and more than anybody writes by hand. */
const MOST_CHARACTERS = 1_500_000;
const DEEPEST = 60;
const MOST_ALIASES = 200;

/**
 * Looks at text before a parser does: what is too long, nested too deep, built of aliases, or no YAML but a template of
 * it. One pass over the characters. Throws a bad-request Problem with the line.
 */
export function refuseHostile(text: string): void {
  if (text.length > MOST_CHARACTERS) {
    const megabytes = (text.length / 1_000_000).toFixed(1);
    throw badRequest(
      `This is too long to review: ${megabytes} MB, and the API server takes 1.5 MB for one object.`,
      'Review the Services and what belongs to them; a dump of a cluster is for --from FILE.',
    );
  }
  let line = 1;
  let depth = 0;
  let aliases = 0;
  const lines = text.split('\n');
  for (const words of lines) {
    const content = words.trimStart();
    if (words.length - content.length > DEEPEST * 8) throw tooDeep(line);
    if (/\{\{[-\s.$A-Za-z"(]/u.test(content) && !content.startsWith('#')) throw isTemplate(line);
    if (/!!(?:js|python|ruby|java)\b/u.test(content)) throw hasCode(line);
    for (const character of content) {
      if (character === '[' || character === '{') depth += 1;
      else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
      if (depth > DEEPEST) throw tooDeep(line);
    }
    const dashes = /^(?:- *){2,}/u.exec(content)?.[0].replaceAll(' ', '').length ?? 0;
    if (dashes > DEEPEST) throw tooDeep(line);
    aliases += content.match(/(?:^|[\s[,])\*[A-Za-z0-9_-]+/gu)?.length ?? 0;
    if (aliases > MOST_ALIASES)
      throw badRequest(
        `Line ${line}: there are more than ${MOST_ALIASES} aliases (*name) up to here; no manifest needs so many.`,
        'Write the values out.',
      );
    line += 1;
  }
}

function tooDeep(line: number): Problem {
  return badRequest(`Line ${line} is nested deeper than ${DEEPEST} levels; no Kubernetes object is.`, 'Is it the right text?');
}

function isTemplate(line: number): Problem {
  return badRequest(
    `Line ${line} holds a template ({{ … }}): the YAML that comes of it can be reviewed, the template cannot.`,
    'Render it first: helm template RELEASE CHART, then review the output.',
  );
}

function hasCode(line: number): Problem {
  return badRequest(
    `Line ${line} has a tag that makes program objects (such as !!js/function): Kubernetes takes no such tags, and nothing was run.`,
    'Take the tag out.',
  );
}
