import type { ProposedDealKind } from '../report.ts';

/** What a deal is about, by the nouns around it. */
const KIND_WORDS: readonly (readonly [ProposedDealKind, RegExp])[] = [
  ['ppa', /\b(?:power[- ]purchase|ppas?|vppas?|electricity purchase)\b/iu],
  ['offtake', /\boff-?take(?:r|s)?\b/iu],
  ['joint-venture', /\b(?:joint[- ]ventures?|jvs?|50[:/-]50 (?:venture|company))\b/iu],
  [
    'licensing',
    /\b(?:licen[cs](?:e|es|ed|ing|ee)|royalt(?:y|ies)|milestones?|commerciali[sz]ation rights)\b/iu,
  ],
  [
    'debt-financing',
    /\b(?:loans?|credit (?:facilit(?:y|ies)|lines?)|lines? of credit|revolving|revolver|bonds?|notes|debt|refinanc\p{L}+|debentures?|borrow\p{L}*|lenders?|mezzanine|project finance|term loan|facility agreement|financing facility|green financing)\b/iu,
  ],
  [
    'chip-supply',
    /\b(?:chips?|chipsets?|gpus?|semiconductors?|processors?|wafers?|accelerators?|memory|hbm|microchips?)\b/iu,
  ],
  [
    'cloud-compute',
    /\b(?:cloud|comput(?:e|ing)|data[- ]?cent(?:er|re)s? capacity|hosting|gpu capacity|ai capacity|infrastructure commitments|hyperscale)\b/iu,
  ],
  ['acquisition', /\b(?:acqui\p{L}+|take-?overs?|buy-?outs?|mergers?|merge[sd]?|merging)\b/iu],
  [
    'equity-investment',
    /\b(?:stakes?|shareholdings?|equity|funding rounds?|series [a-h]|seed (?:round|funding)|rounds?|invest(?:s|ed|ing|ments?|ors?)?|share placement|funding|private placement|capital raise|preferred stock|convertible)\b/iu,
  ],
  [
    'lease',
    /\b(?:leas(?:e|es|ed)|leasing(?! (?:compan|firm|group|arm|giant|unit))|tenan(?:t|cy)|rent(?:s|ed|al)?|sublet|pre-?let|charter(?:s|ed)?)\b/iu,
  ],
  [
    'services',
    /\b(?:services?|outsourc\p{L}+|maintenance|maintain|operat(?:e|ion) and|consult\p{L}+|epc|engineering|construct\p{L}*|build|upgrade|modernis\p{L}+|moderniz\p{L}+|moderniz\p{L}+|management|manage|install\p{L}*|design|dredging|drilling|support|training|logistics|advertising|sponsorship)\b/iu,
  ],
  [
    'supply',
    /\b(?:suppl(?:y|ies|ied|ier|ying)|orders?|ordered|deliver(?:y|ies|ed|ing)?|provide|procure\p{L}*|purchase|aircraft|jets|planes|ships|vessels|trains|buses|turbines|vehicles|equipment|batteries|fuel|gas|lng|ore|lithium|steel|missiles|vaccines?|doses)\b/iu,
  ],
];

/** The first kind, in the order of how sure its words are, that the words speak of; null where none does. */
export function kindBy(words: string, among?: readonly ProposedDealKind[]): ProposedDealKind | null {
  const found = KIND_WORDS.find(
    ([kind, pattern]) => (among === undefined || among.includes(kind)) && pattern.test(words),
  );
  return found?.[0] ?? null;
}

/** What a company buys from another that is no company itself. */
export const GOODS: readonly ProposedDealKind[] = [
  'ppa',
  'offtake',
  'licensing',
  'chip-supply',
  'cloud-compute',
  'lease',
  'services',
  'supply',
];

const BUSINESS =
  /\b(?:business(?:es)?|units?|division|arm|subsidiar(?:y|ies)|stakes?|company|brands?|portfolio|fields?|mines?|assets?|project|plants?|sites?|stores?|shopping|office|building|hotels?|port|airport|pipeline|hospital|club|rights|operations|interests?|shares?|property|land|deposit|factory|factories|refiner(?:y|ies)|blocks?|network|towers?)\b/iu;

export function isBusiness(words: string): boolean {
  return BUSINESS.test(words);
}

const PART_OF_EQUITY =
  /\b(?:(?:\d[\d.]*|\p{L}+)(?: ?%| per ?cent|-per ?cent| pct| ?pc) |minority |small |significant |strategic |large |further )?(?:stake|interest|shareholding|holding|shares|equity)\b/iu;
const CONTROL =
  /\b(?:control\p{L}*|majority|remaining|rest of|outstanding|entire|full|whole|all of|all the)\b/iu;
const SHARE = /(?<share>\d[\d.]*) ?(?:%|per ?cent|pct|pc)/u;

/** A stake of half or less is an investment, control an acquisition. */
export function kindOfStake(words: string): ProposedDealKind {
  const share = SHARE.exec(words)?.groups?.['share'];
  if (share !== undefined) return Number(share) > 50 ? 'acquisition' : 'equity-investment';
  if (CONTROL.test(words)) return 'acquisition';
  if (/\b(?:quarter|third|fifth|tenth|half)\b/iu.test(words)) return 'equity-investment';
  return PART_OF_EQUITY.test(words) ? 'equity-investment' : 'acquisition';
}
