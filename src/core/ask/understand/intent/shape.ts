import { word, type Message } from '../text/message.ts';

/** What the sentences of a message do, apart from their subject. */
export interface Shape {
  /** The clauses that ask, in their order. */
  readonly questions: readonly string[];
  /** A question is asked: with a question mark, or by its first word. */
  readonly asks: boolean;
  /** It asks yes or no about how things are ("does a Service …", "is it …"), not what somebody should do. */
  readonly asksWhetherSo: boolean;
  /** Somebody wants, needs or has to get something. */
  readonly wishes: boolean;
  /** Something is told that happened or keeps happening, against what was expected. */
  readonly observes: boolean;
}

const lead =
  '(?:and |so |but |or |also |hey |hi |hello |ok |well |, |: |- |because |then |now |if so |quick question |question |just wondering |wondering |btw |e |y |et |und )*';
export const asking = word(
  `^${lead}(?:(?:in|on|at|to|for|from|by|with|of) (?=which|what|whose))?(?:why|how|what|which|who|whose|where|when|is|are|was|were|does|do|did|can|could|will|would|should|shall|must|may|might|has|have|am)(?! (?:not|you|please))`,
);
const whetherSo = word(
  `^${lead}(?:is|are|does|do|did|can|could|will|would|has|have|must|may)(?! (?:not|you|please|open|reach|access|see|ping|curl|connect|telnet|resolve|get|only|be|use|browse))`,
);
const wish = word([
  '(?:i|we|they|you|who|team|customers?|clients?|devs?|developers|people|users|boss|management|security|client) (?:just |only |really |also |still |would |will |do |does |can )*(?:want|wants|need|needs|like|prefer|wish|plan|have to|has to|must|should|am trying|are trying|try|am looking|are looking|hope|intend|require|requires)',
  '(?:^|[.;?!] )(?:i |we )?(?:only|just) (?:need|want)',
  '^(?:want|need|looking for|trying|would like|must|have to)',
  '(?:, |; |and |but |- )(?:want|need|must|should|has to|have to|needs to|trying to|looking for)',
  '(?:needs?|wants?) (?:a|an|one|to|each|every|stable|some|its|their|only)',
  '(?:must|should|has to|have to|needs? to|ought to|shall|may|supposed to) (?:only |also |not |never |be able to |be |all |each |just )*(?:reach|reachable|access|accessible|available|exposed|expose|call|connect|talk|visible|public|private|use|resolve|see|find|addressable|hit|send|push|pull|listen|receive|internal|work|answer|speak|open|publish|be)',
  'without (?:a |an |any |the )?(?:loadbalancer|ingress|exposing|opening|cloud|public)',
]);
const observation = word([
  'suddenly|again and again|all of a sudden|out of the blue|on and off',
  '(?:and|but|it|that|they|requests?|traffic) (?:is |are )?still',
  'still (?:get|gets|getting|see|sees|seeing|shows?|says?|after|the|same|nothing|no|0|old|points?|goes|sends?|uses?|resolves?|has|have|in)',
  '(?:only|always|never) (?:works?|goes|shows?|gets?|returns?|answers?|hits?|sends?|one|the (?:first|same)|from|see|reach)',
  '(?:restarted|upgraded|renamed|deployed|redeployed|updated|migrated|rebooted|changed|moved|switched|scaled|rolled|added|removed|enabled|replaced|recreated|deleted) (?:[^ ;?]+ ){0,12}(?:and|now|since|then|,)',
  '(?:since|after) (?:the |we |i |our |an? |my |this |last |it |they |that )?[a-z0-9.-]+ ?(?:upgrade|update|deploy|deployment|rollout|release|restart|migration|change|upgraded|updated|deployed|restarted|migrated|changed|moved|reboot|maintenance)?',
  '(?:goes|leads|go|going) nowhere',
  '(?:big|weird|strange|odd|serious|huge|same) (?:problem|issue|behaviou?r|thing|error)',
  'instead (?:of|it|they|the)',
  '(?:logs?|sees?|shows?|says?|records?|reports?|prints?|gets?|reads?) (?:[^ ;?]+ ){0,4}(?:10|172|192|100)\\.[0-9.]+',
  'a different (?:pod|node|backend|replica|answer|ip|address)',
]);

/** Reads the sentences one by one: each ends at a full stop, a question mark or a line end. */
export function findShape({ canonical }: Message): Shape {
  const sentences = canonical.split(/ ?([.;!?]+|\? )(?: |$)/u);
  const questions: string[] = [];
  let asksWhetherSo = false;
  for (let at = 0; at < sentences.length; at += 2) {
    const sentence = (sentences[at] ?? '').trim();
    if (sentence === '') continue;
    const marked = (sentences[at + 1] ?? '').includes('?');
    const asked = clausesOf(sentence).find((clause) => asking.test(clause));
    if (asked !== undefined) questions.push(asked);
    else if (marked) questions.push(sentence);
    if (asked !== undefined && whetherSo.test(asked)) asksWhetherSo = true;
  }
  return {
    questions,
    asks: questions.length > 0,
    asksWhetherSo,
    wishes: wish.test(canonical),
    observes: observation.test(canonical),
  };
}

/** The sentence, and what is left of it behind each comma, colon, dash or bracket. */
function clausesOf(sentence: string): readonly string[] {
  const starts = [...sentence.matchAll(/ [,:(-] /gu)].slice(0, 12).map((sign) => sign.index + sign[0].length);
  return [sentence, ...starts.map((start) => sentence.slice(start))];
}
