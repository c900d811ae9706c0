import { words } from '../text/words.ts';

/** Common words one slip away from a word of the field: they are no typos. */
export const commonWords: readonly string[] = [
  ...words(
    `server servers served serves serving clustered clustering ingest ingested egress prices device devices replica
     replicas deployed deploy deploying deploys external internal externals extern intern interns selected selection
     selects gateways endpoint manifests headers header headed heading create created creates creating creation crate
     crates connects connected connector collect correct product products productive resolved resolver resolves revolve
     general generated generates generic explained explains described describes templates statics status station
     statistic stating starting tasting resting hosting walking looking waiting wording working worked works workings
     asking making exposure expense explore export exported exports exporter excess assess accessed accesses process
     success instead insides outsider addressed dressed refuse refuses refusing sending spending ending bending reading
     reached reaches teaching differences differently weather whether balance balanced balances balancing forwarded
     forwards forward protocols trafic shoulder websites customer custom infinity timeouts timeouted hosted hostnames
     shield could would website databases privately privates publicity cluster clusters custer explicit internals
     interval interface services kubernetes connection collection collections correction corrections affine private
     pirate pirates`,
  ),
];
