import { trimEnd } from '../../../words/trim-end.ts';
import { word } from '../text/message.ts';

/** Words of greeting, thanks, praise and "what can you do": a message of these alone wants nothing else. */
const chat = new Set(
  `hi hello hey yo hiya heya howdy sup hola morning good evening afternoon night day greetings thanks thank you thankyou thank cheers mate great awesome nice cool perfect
   excellent super amazing brilliant wonderful lovely wow haha lol lmao rofl ok okay k kk alright fine yes yep yeah yup no nope sure bye goodbye cya ciao later see ya
   please help me man bro dude buddy friend team all folks everyone there bot k8s-svc k8s-bot assistant so much very really a lot the you're your are is it that this it's works worked
   got working now job well done did solved fixed legend hero star rock rocks best love i u appreciate appreciated sorry oops np problem worries nvm nevermind never mind
   will try check later gonna i'll see then out give let
   how doing going who what can do does test testing ping pong anyone anybody somebody here awake alive and for your help quick response my day just saying to with today oh ah hmm hm um
   again back welcome merry christmas happy friday weekend monday new year :) :d 👍 🙏 ❤ tada ! . , ? ; : - ) ( d p of about bye-bye danke merci gracias obrigado ta 1 +1 +
   use how's whats up in on was were super-helpful helpful useful have has had we made saved us one ones nice-one sweet neat dope lit gg wp cheers, okey okie great! :confused: :smile: :tada: :pray: cool! yw good-bot bot! explain yourself yourself
   passt so alles klar super genial vielen dank gracias perfecto vale listo muchas mil obrigado obrigada valeu beleza beaucoup parfait accord d'accord nickel top shukriya dhanyavaad
   dhanyavad bahut badhiya accha theek hai guten morgen tag abend hallo moin servus bonjour bonsoir salut coucou ola oi bom dia boa tarde hola buenos dias buenas namaste namaskar
   bis dann tschüss tschuess ciao adios tchau au revoir gut klasse spitze prima jetzt geht's geht wieder funktioniert klappt works-now now, merci! danke! bitte gern gerne hat geklappt`
    .split(/\s+/)
    .filter((one) => one !== ''),
);
const aboutBot = word([
  'what (can|do) you (do|know|offer|support)',
  'who are you|what are you',
  'how (do|can|should) (i|we|one) use (you|this|this bot|the bot|this thing)',
  'how does (this|this bot|the bot|it|this thing) work',
  'are you (a bot|human|real|there|alive|ai|an ai|online|awake|ok)',
  'you are (so |very |really |totally |just )?(useless|stupid|dumb|bad|terrible|awful|annoying|smart|clever|funny|cute|the best|wrong)$',
  'what commands|show commands|list commands|what is k8s-svc',
  '^(hi |hello |hey |please |can you |could you |, |! )*help( me)?( please)? ?[!?.]*$',
]);

/** Nothing but politeness, or a question about the assistant itself. */
export function isSmalltalk(canonical: string): boolean {
  // `:wave:` is a gesture.
  const norms = canonical
    .replace(/: [a-z0-9_+-]{1,40} :/g, ' ')
    .split(' ')
    .filter((norm) => norm !== '');
  if (norms.length === 0 || !norms.some((norm) => /[\p{L}\p{N}]/u.test(norm))) return true;
  if (norms.length > 25) return false;
  const rest = norms.filter((norm) => !chat.has(trimEnd(norm, '!.?')) && /[\p{L}\p{N}]/u.test(norm));
  if (rest.length === 0) return true;
  return (
    norms.length <= 14 &&
    aboutBot.test(canonical) &&
    !/\b(?:service|services|pod|pods|nodeport|clusterip|loadbalancer|expose|port|ingress|kube-proxy|not-working)\b/.test(
      canonical,
    )
  );
}
