import { notNames } from '../data/api-words.ts';
import type { Message } from '../text/message.ts';
import { words } from '../text/words.ts';

/**
 * "imgproxy on 8080, …", "PMM server in EKS": people start with the name of their thing. Only a word that nothing else
 * explains counts, and only as the last resort.
 */
export function firstWord({ tokens }: Message): number | undefined {
  const at = tokens.findIndex((token) => !leadIn.has(token.norm));
  const token = tokens[at];
  if (token === undefined || at > 3 || token.known || notNames.has(token.norm) || starts.has(token.norm)) return undefined;
  if (!/^[A-Za-z](?:[A-Za-z0-9-]{1,29}[A-Za-z0-9])$/.test(token.raw) || /(?:ing|ed|ly|tion|able)$/.test(token.norm))
    return undefined;
  return follows.test(tokens[at + 1]?.norm ?? '') ? at : undefined;
}

const leadIn = words(
  'hey hi hello so need want have got our my the a an running run deployed installed installing expose exposing i we our',
);
const follows =
  /^(?:on|at|in|,|:|is|runs|has|with|\(|needs?|must|should|wants?|listens?|speaks?|behind|as|server|broker|cluster|deployment|agent|en|auf|im|no|na|sur|dans)$/;
/** English words that start a message. */
const starts = words(
  `tried trying tutorial docs help quick question someone somebody anybody anyone everybody nobody people customer customers users team boss colleague
   requests traffic packets connections clients client caller callers pods nodes requirement goal problem issue ticket error errors warning sev incident pager alert
   tls ssl tcp udp http https grpc dns api apis url urls ip ips vpc vpn two three four five six several some most many few all every each both either neither none another other others same different new old big small
   after before since because although though while until unless whenever wherever however therefore thus hence maybe perhaps probably please sorry thanks
   how why what when where who which whose whom can could would should will shall may might must let lets does did done make makes made give gives show
   tell say says see look looks looking find finds check checks using use used uses one once only just still even also too very really here there now today
   yesterday tomorrow morning evening night weekend demo test tests production prod staging dev internal external public private simple basic plain normal
   default custom legacy standard typical common usual single multiple multi headless local remote cloud baremetal stateless stateful noob newbie beginner
   kein eine ein der die das wie warum was wer wo hola bonjour salut hallo como por que para comment pourquoi quel quelle preciso quero tenho necesito tengo`,
);
