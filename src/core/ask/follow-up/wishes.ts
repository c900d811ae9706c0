/** What a short message can want of what was said before, names and facts aside. */
export type Wish =
  | 'forget'
  | 'again'
  | 'yaml'
  | 'why'
  | 'explain'
  | 'triage'
  | 'watch'
  | 'list'
  | 'other-one'
  | 'everywhere'
  | 'assume';

const it = '(?:it|that|this|them|those|these|(?:the|this|that) (?:service|workload|app|one))';
const state =
  '(?:broken|ok|okay|healthy|working|up|down|fine|alive|reachable|not-working|failing|good|ready|fixed|better|solved|resolved|slow|unreachable|back)';

/** Over the stripped words of a message; the first row that fits all of them decides. */
const rows: readonly (readonly [Wish, readonly string[]])[] = [
  [
    'forget',
    [
      'start (?:all )?(?:over|again|anew|new)|begin again|reset|clear|cancel|scratch that|new (?:question|topic)',
      `forget (?:${it}|everything|all(?: that)?|about ${it})|never mind|nevermind`,
      'von vorne|neu anfangen|vergiss es|olvidalo|empezar de nuevo|oublie|laisse tomber|esquece|esqueca',
    ],
  ],
  [
    'again',
    [
      `(?:check|try|look|run|test|do|verify|triage|recheck|scan)(?: ${it})? (?:again|once more)|again|once more|retry|refresh`,
      `(?:recheck|re-check|rerun|re-run)(?: ${it})?|try now|check now`,
      'noch ?mal(?: prufen)?|nochmals|otra vez|de nuevo|de novo|outra vez|encore(?: une fois)?',
    ],
  ],
  [
    'why',
    [
      `why(?: (?:not|is ${it}|is that so|so|${it}|this type|this choice|exactly))?|how come|(?:what is )?(?:the )?reason(?: for ${it})?`,
      `why (?:do|did|would) you (?:say|recommend|suggest|think|choose|chose|pick) (?:so|${it})`,
      `how (?:did|do) you (?:get|come|arrive) (?:there|at ${it}|to ${it}|that)|how do you know(?: ${it})?`,
      '(?:explain|show|show me|give me) (?:your|the) (?:reasoning|reasons?|decision|trace|choice|way)|reasoning|trace',
      'warum|wieso|weshalb|pourquoi|por que|porque',
    ],
  ],
  [
    'explain',
    [
      `(?:explain|describe|show|show me|details (?:of|on)|more (?:about|on)|tell me (?:more )?about|what is) ${it}(?: to me| in detail| please)?`,
      'explain|describe|details|more details|tell me more|more|what (?:does it|is it) do',
      `who (?:can |could |may )?(?:reach(?:es)?|calls?|access(?:es)?|talks? to|connects? to|gets? to) ${it}`,
      `(?:how|where) (?:do|can|could) (?:i|we|you|others|people|pods|clients) (?:reach|call|access|open|get to) ${it}`,
      'erklare?|erklare? (?:es|is|it|das)|explica(?:lo)?|explique(?:-le)?|explica isso',
      '(?:(?:show|draw|give|send|make)(?: me)? )?(?:a |the |its )?(?:traffic )?(?:picture|diagram|drawing|graph|image|map|path|flow|bild|imagen|dibujo|schema|desenho)(?: of it)?',
      'draw it|how does (?:the )?traffic flow',
    ],
  ],
  [
    'triage',
    [
      `(?:triage|debug|diagnose|check|test|examine|inspect|look at|have a look at|troubleshoot|investigate)(?: ${it})?`,
      `(?:is|are) ${it}(?: all| still| again)? ${state}(?: now| yet| again)?|(?:still )?(?:broken|not-working|down|failing)`,
      `does ${it} work(?: now| again| yet)?|does it not-working|what is (?:wrong|broken|the problem|the matter)(?: with ${it})?`,
      `why (?:is|does|can not) ${it} ${state}|why (?:is|does) ${it} not(?: work| working)?`,
    ],
  ],
  [
    'watch',
    [
      `(?:watch|follow|monitor|keep an eye on)(?: ${it})?`,
      `(?:tell|ping|notify|let) me (?:know )?(?:when|once|as soon as) ${it} (?:is|are|works?|does).{0,30}`,
      `wait (?:for ${it}|until ${it} .{0,30})`,
    ],
  ],
  [
    'list',
    [
      '(?:list|show|show me|which|what)(?: are)?(?: all)?(?: of)?(?: the)? (?:others?|other ones|other services|rest|all of them|services|all services)(?: are there| there| exist)?',
      'list(?: all| them| them all| everything)?|what else(?: is there)?|(?:the )?others|the rest',
    ],
  ],
  [
    'other-one',
    [
      '(?:and )?(?:the )?(?:other|second|next|alternative|next best|second best)(?: (?:one|option|type|choice))?',
      'die andere|den anderen|el otro|la otra|autre|o outro|a outra',
    ],
  ],
  [
    'everywhere',
    [
      '(?:in |for |across |over |on |from )?(?:all|every|any|each)(?: of)?(?: the)? namespaces?|everywhere|cluster-wide|-a',
      '(?:in |for |across )?the (?:whole|entire|complete) cluster|all of (?:them|the cluster)',
    ],
  ],
  [
    'assume',
    [
      '(?:i |we )?(?:do not|does not|dont) (?:know|care|mind)(?: yet)?|no (?:idea|clue)|not sure|unsure|dunno|idk|no preference',
      'whatever(?: you (?:think|want|like))?|you (?:decide|choose|pick|tell me)|skip(?: it| this| that)?|any of (?:them|those)|either',
      '(?:just )?(?:assume|guess)(?: something)?|weiss nicht|keine ahnung|no se|je ne sais pas|nao sei',
    ],
  ],
];

const compiled = rows.map(([wish, patterns]) => [wish, new RegExp(`^(?:${patterns.join('|')})$`, 'u')] as const);

export function wishIn(words: string): Wish | undefined {
  return compiled.find(([, pattern]) => pattern.test(words))?.[0] ?? (isForYaml(words) ? 'yaml' : undefined);
}

const question = /^(?:what|which|why|how|where|does|do|is|are|should|when|who|must|can (?!i |you |we )|will)(?: |$)/u;
const longestYamlWish = 14;

/** "yaml please", "give me that as yaml", "write it": YAML is named in a short message that is no question about YAML. */
function isForYaml(words: string): boolean {
  if (
    /^(?:write|generate|gen|create|render|make|give me|show me|print) (?:it|that|the (?:file|service|spec|definition|object))$/u.test(
      words,
    )
  )
    return true;
  const isNamed = /(?:^| )(?:yamls?|yml|manifests?)(?: |$)/u.test(words);
  return isNamed && !question.test(words) && words.split(' ').length <= longestYamlWish;
}
