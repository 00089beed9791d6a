import type { Name } from '../names.ts';
import { firstFrom, type Placed, within } from '../placed.ts';
import type { Sentence } from '../sentences.ts';

/**
 * "The company", "the ChatGPT maker", "it", "its", "he": who is meant. Law: the nearest fitting organisation (person) that
 * the words before make the subject; never one that the same sentence names beside it; none where nothing fits.
 */
export function referencesIn(
  text: string,
  sentences: readonly Sentence[],
  names: readonly Name[],
): readonly Name[] {
  const trades = tradesOf(text, names);
  const found: Name[] = [];
  for (const [at, sentence] of sentences.entries()) {
    for (const mention of mentionsIn(sentence)) {
      if (overlaps(names, mention)) continue;
      const meant = antecedent({ mention, at, sentences, names, found, trades });
      if (meant === null) continue;
      const { start, end, isPossessive, by } = mention;
      const { name, aliases, kind } = meant;
      found.push({ start, end, text: text.slice(start, end), name, aliases, kind, by, isPossessive });
    }
  }
  return found;
}

interface Mention extends Placed {
  readonly by: 'description' | 'pronoun';
  readonly kind: 'organisation' | 'person';
  readonly isPossessive: boolean;
  /** `bank` of "the bank"; null where any organisation fits. */
  readonly trade: string | null;
}

const ANY =
  'company|group|firm|business|organi[sz]ation|corporation|concern|giant|conglomerate|outfit|issuer|heavyweight|major|behemoth|titan';
const TRADES =
  'startup|start-up|bank|lender|insurer|reinsurer|miner|retailer|grocer|supermarket|chipmaker|carmaker|automaker|drugmaker|drug developer|planemaker|steelmaker|housebuilder|homebuilder|builder|producer|developer|operator|utility|airline|carrier|manufacturer|supplier|provider|landlord|broker|brokerage|exchange|refiner|explorer|driller|telco|chain|publisher|broadcaster|brewer|distiller|hyperscaler|unicorn|shipbuilder|shipping line|shipper|trust|fund|foundry|contractor|consultancy|network|platform|university|regulator|agency|ministry|department|maker|partnership|venture|laboratory|lab|generator|owner|distributor|wholesaler|restaurateur|hotelier|fintech|biotech|conglomerate|club|co-operative|cooperative';
const DESCRIPTION = new RegExp(
  String.raw`\b[Tt]he (?<words>(?:(?!(?:and|or|of|to|in|for|with|than|that|two|three|other|whole|first|second|latest|world|same|next|entire|combined|target|parent|new|rival|listed|only|is|was)\b)[\p{L}\p{N}&$.][\p{L}\p{N}&$.’'-]* ){0,3}?)(?<head>${ANY}|${TRADES})(?<tail>[’']s)?(?![\p{L}\p{N}’'-])(?! (?:of|that|which|behind|with the|to watch|for)\b)`,
  'gu',
);
const PRONOUN = /\b(?<word>[Ii]t|[Ii]ts|[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b(?<after>[’'](?:s|d|ll)\b)?/gu;
/** `It is clear that`, `it remains to be seen`: nobody is meant. */
const NOBODY =
  /^(?:[’']s| is| was| remains| would be| will be| may be| might be| has been| isn[’']t)? (?:a |an |the |so |very |too |more |less |only |also |not |now |still |yet |increasingly |likely |un)?(?:likely|possible|clear|unclear|important|hard|difficult|easy|true|good|bad|big|early|worth|time|thought|understood|believed|hoped|expected|reported|estimated|said that|seems?|appears?|turns out|takes|remains|matters|makes sense|comes|about|circular|moment|symbolic|case|why|because|what|how|when|where|who)\b/iu;

function mentionsIn({ text, start }: Sentence): readonly Mention[] {
  const described = [...text.matchAll(DESCRIPTION)].map((match): Mention => {
    const { head = '', tail } = match.groups ?? {};
    const isAny = new RegExp(`^(?:${ANY})$`, 'u').test(head);
    const end = start + match.index + match[0].length - (tail?.length ?? 0);
    return {
      start: start + match.index,
      end,
      by: 'description',
      kind: 'organisation',
      isPossessive: tail !== undefined,
      trade: isAny ? null : head,
    };
  });
  const said = [...text.matchAll(PRONOUN)].flatMap((match): Mention[] => {
    const word = (match.groups?.['word'] ?? '').toLowerCase();
    if (word === 'it' && NOBODY.test(text.slice(match.index + 2, match.index + 48))) return [];
    const isPerson = /^(?:he|she|his|her)$/u.test(word);
    return [
      {
        start: start + match.index,
        end: start + match.index + word.length,
        by: 'pronoun',
        kind: isPerson ? 'person' : 'organisation',
        isPossessive: /^(?:its|his|her)$/u.test(word),
        trade: null,
      },
    ];
  });
  return [...described, ...said].toSorted((a, b) => a.start - b.start);
}

function overlaps(names: readonly Name[], { start, end }: Placed): boolean {
  const next = names[firstFrom(names, end) - 1];
  return next !== undefined && next.by === 'name' && next.end > start && next.start <= start;
}

interface Search {
  readonly mention: Mention;
  readonly at: number;
  readonly sentences: readonly Sentence[];
  readonly names: readonly Name[];
  readonly found: readonly Name[];
  readonly trades: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Sentences back that a reference reaches. */
const FARTHEST = 4;

function antecedent({ mention, at, sentences, names, found, trades }: Search): Name | null {
  const here = sentences[at];
  if (here === undefined) return null;
  const fits = (name: Name) => name.kind === mention.kind;
  const before = within(names, { start: here.start, end: mention.start }).filter(fits);
  const beforeByReference = within(found, { start: here.start, end: mention.start }).filter(fits);
  if (mention.by === 'pronoun') {
    const subject = subjectOf([...before, ...beforeByReference]);
    if (subject !== null) return subject;
  }
  const named = new Set(
    within(names, here)
      .filter(fits)
      .map(({ name }) => name),
  );
  const ofTrade = mention.trade === null ? undefined : trades.get(mention.trade);
  for (let back = 1; back <= FARTHEST; back += 1) {
    const sentence = sentences[at - back];
    if (sentence === undefined) return null;
    const there = [...within(names, sentence), ...within(found, sentence)]
      .filter(fits)
      .toSorted((a, b) => a.start - b.start);
    const free = mention.by === 'description' ? there.filter(({ name }) => !named.has(name)) : there;
    const apt = ofTrade === undefined ? free : free.filter(({ name }) => ofTrade.has(name));
    const subject = subjectOf(apt);
    if (subject !== null) return subject;
  }
  return null;
}

/** The first that owns nothing named after it, else the first. */
function subjectOf(names: readonly Name[]): Name | null {
  const sorted = names.toSorted((a, b) => a.start - b.start);
  return sorted.find(({ isPossessive }) => !isPossessive) ?? sorted[0] ?? null;
}

/** What trades the text says of its organisations: `Nordbank, a Swedish lender`, `retailer Tesco`. */
function tradesOf(text: string, names: readonly Name[]): ReadonlyMap<string, ReadonlySet<string>> {
  const trades = new Map<string, Set<string>>();
  const known = (trade: string, name: string) => {
    const all = trades.get(trade);
    if (all === undefined) trades.set(trade, new Set([name]));
    else all.add(name);
  };
  for (const { start, end, name, kind } of names) {
    if (kind !== 'organisation') continue;
    const after = /^, (?:an?|the|which is an?|one of [^,.;\n]{0,30})\b(?<words>[^,.;\n]{0,60})/u.exec(
      text.slice(end, end + 90),
    )?.groups?.['words'];
    const trade =
      after === undefined ? undefined : new RegExp(String.raw`\b(${TRADES})\b`, 'u').exec(after)?.[1];
    if (trade !== undefined) known(trade, name);
    const before = new RegExp(String.raw`\b(${TRADES}) $`, 'u').exec(
      text.slice(Math.max(0, start - 30), start),
    )?.[1];
    if (before !== undefined) known(before, name);
    for (const own of ownTrades(name)) known(own, name);
  }
  return trades;
}

function ownTrades(name: string): readonly string[] {
  const kinds: readonly (readonly [RegExp, readonly string[]])[] = [
    [/\bBank|\bBanc/u, ['bank', 'lender']],
    [/\bAirlines?\b|\bAirways\b/u, ['airline', 'carrier']],
    [
      /\bMining\b|\bMinerals\b|\bResources\b|\bMetals\b|\bGold\b|\bLithium\b/u,
      ['miner', 'explorer', 'producer', 'developer'],
    ],
    [/\bInsurance\b|\bAssurance\b/u, ['insurer']],
    [
      /\bWater\b|\bPower\b|\bEnergy\b|\bElectric\b|\bUtilities\b/u,
      ['utility', 'supplier', 'generator', 'producer', 'developer'],
    ],
    [/\bPharma|\bTherapeutics\b|\bBio/u, ['drugmaker', 'biotech', 'drug developer']],
    [/\bTelecom|\bCommunications\b|\bMobile\b/u, ['telco', 'operator', 'carrier']],
    [/\bUniversity\b/u, ['university']],
    [/\bAuthority\b|\bCommission\b/u, ['regulator', 'agency']],
    [/\bMinistry\b|\bDepartment\b/u, ['ministry', 'department']],
    [/\bSemiconductor|\bChips?\b/u, ['chipmaker', 'foundry']],
  ];
  return kinds.filter(([pattern]) => pattern.test(name)).flatMap(([, trades]) => trades);
}
