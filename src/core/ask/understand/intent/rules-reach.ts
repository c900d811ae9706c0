import { rulesFor } from './rule.ts';

/** Whether one thing can reach another. */
export const reachRules = rulesFor('reach', [
  [
    11,
    String.raw`(?<!(who|what|which|nobody|anyone|i|we|pods|apps|someone) )(can|could|is|may) (the |a |my |our )?(pods? )?(deployment |service |workload |pod |namespace |app )?(\/ )?[a-z0-9.-]+( pods?| deployment| service| app| namespace)? (in [a-z0-9-]+ |from [a-z0-9-]+ |currently |actually |still )*(reach|talk to|connect to|access|call|allowed to (reach|talk to|connect to|access|call)|able to (reach|talk to|connect to|access|call)) (the |our |my )?(service |deployment |pods? |database )?[a-z0-9./:-]+( service| pods?| deployment| database)?( on| in| \?| over| :|$)`,
    'serviceNamed',
    '!failing',
    '!choosing',
  ],
]);
