import type { Name } from '../names.ts';

/** Words by which the press calls a company by what it does: `the miner`. Source of a pattern. */
export const TRADES =
  'startup|start-up|bank|lender|insurer|reinsurer|miner|retailer|grocer|supermarket|chipmaker|carmaker|automaker|drugmaker|drug developer|planemaker|steelmaker|housebuilder|homebuilder|builder|producer|developer|operator|utility|airline|carrier|manufacturer|supplier|provider|landlord|broker|brokerage|refiner|explorer|driller|telco|publisher|broadcaster|brewer|distiller|hyperscaler|unicorn|shipbuilder|shipping line|shipper|fund|trust|foundry|contractor|consultancy|university|regulator|agency|ministry|department|maker|laboratory|lab|generator|owner|distributor|wholesaler|restaurateur|hotelier|fintech|biotech|co-operative|cooperative';

const IS_TRADE = new RegExp(`^(?:${TRADES})$`, 'iu');

export function isTrade(word: string): boolean {
  return IS_TRADE.test(word);
}

/** What trades the text says of its organisations: `Nordbank, a Swedish lender`, `retailer Tesco`; by trade, their names. */
export function tradesOf(text: string, names: readonly Name[]): ReadonlyMap<string, ReadonlySet<string>> {
  const trades = new Map<string, Set<string>>();
  const know = (trade: string, name: string) => {
    const all = trades.get(trade);
    if (all === undefined) trades.set(trade, new Set([name]));
    else all.add(name);
  };
  for (const mention of names) {
    const { name, kind } = mention;
    if (kind !== 'organisation' && kind !== 'other') continue;
    for (const trade of [...ownTrades(name), ...saidOf(mention, text)]) know(trade, name);
  }
  return trades;
}

const APPOSITION = /^,? (?:an?|the|which is an?|one of [^,.;\n]{0,30}|another)\b(?<words>[^,.;\n]{0,60})/u;
const TRADE = new RegExp(String.raw`\b(${TRADES})s?\b`, 'u');
const TRADE_BEFORE = new RegExp(String.raw`\b(${TRADES}) $`, 'u');

function saidOf({ start, end }: Name, text: string): readonly string[] {
  const after = text.slice(end, end + 90);
  const words = after.startsWith(',') ? APPOSITION.exec(after)?.groups?.['words'] : undefined;
  const apposed = words === undefined ? undefined : TRADE.exec(words)?.[1];
  const before = TRADE_BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  return [apposed, before].filter((trade) => trade !== undefined);
}

const OWN_TRADES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bFund\b/u, ['fund']],
  [/\bTrust\b/u, ['trust']],
  [/\bInns\b|\bTaverns\b/u, ['owner', 'operator']],
  [/\bStores?\b|\bRetail\b|\bSupermarkets\b/u, ['retailer', 'chain']],
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

function ownTrades(name: string): readonly string[] {
  return OWN_TRADES.filter(([pattern]) => pattern.test(name)).flatMap(([, trades]) => trades);
}
