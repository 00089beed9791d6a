/** Words that tell persons, organisations and roles apart; general to the genre, never a list of companies. */

/** Before a name, or after it and a comma: what the person does. */
export const ROLE_WORDS = [
  'chief',
  'executive',
  'officer',
  'financial',
  'operating',
  'technology',
  'investment',
  'economist',
  'strategist',
  'scientist',
  'chairman',
  'chairwoman',
  'chair',
  'chairperson',
  'president',
  'vice',
  'vice-president',
  'director',
  'managing',
  'partner',
  'founder',
  'co-founder',
  'cofounder',
  'head',
  'analyst',
  'manager',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'secretary',
  'treasurer',
  'minister',
  'governor',
  'commissioner',
  'professor',
  'researcher',
  'engineer',
  'lawyer',
  'counsel',
  'boss',
  'owner',
  'trader',
  'senior',
  'deputy',
  'former',
  'global',
  'ceo',
  'cfo',
  'coo',
  'cto',
  'cio',
  'md',
  'evp',
  'svp',
  'vp',
  'general',
  'group',
  'lead',
  'leader',
  'interim',
  'acting',
  'portfolio',
  'fund',
  'equity',
  'research',
  'senator',
  'congressman',
  'congresswoman',
  'mp',
  'member',
  'consultant',
  'adviser',
  'advisor',
  'developer',
  'editor',
  'author',
  'regulator',
  'economics',
  'commercial',
  'legal',
  'marketing',
  'product',
  'people',
  'country',
  'regional',
  'non-executive',
  'principal',
  'fellow',
] as const;

const SET: ReadonlySet<string> = new Set(ROLE_WORDS);

/** Whether some word says what a person does, rather than being one that may also stand in a name. */
const SURE_ROLES =
  /\b(?:chief|executive|officer|economist|strategist|scientist|chair(?:man|woman|person)?|president|director|founder|co-?founder|head|analyst|manager|spokes(?:man|woman|person)|secretary|treasurer|minister|governor|commissioner|professor|researcher|lawyer|counsel|boss|owner|trader|partner|ceo|cfo|coo|cto|cio|md|evp|svp|vp|senator|congress(?:wo)?man|mp|adviser|advisor|consultant|developer|engineer|editor|chief of staff|seller|investor|scholar|farmer)\b/iu;

export function isRoleWord(word: string): boolean {
  return SET.has(word.toLowerCase());
}

export function namesARole(words: string): boolean {
  return SURE_ROLES.test(words);
}

export const HONORIFIC =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Shri|Smt|Rev|Hon)\.?$/u;

/** Part of an organisation's name, not of a person's. */
export const ORGANISATION_WORD =
  /^(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|plc|PLC|LLC|LLP|LP|AG|SA|SE|NV|BV|GmbH|AB|ASA|Oyj|SpA|KK|Pty|Pvt|Bank|Banking|Group|Holdings?|Capital|Partners|Partnership|Management|Investments?|Investors|Securities|Advisors|Advisers|Associates|Research|Analytics|Markets|Fund|Funds|Trust|Ventures|Equity|Asset|Insurance|Energy|Power|Oil|Gas|Petroleum|Mining|Minerals|Resources|Metals|Steel|Motors?|Airlines?|Airways|Aviation|Pharma|Pharmaceuticals?|Therapeutics|Biotech|Biosciences|Health|Healthcare|Medical|Technologies|Technology|Tech|Systems|Solutions|Software|Networks?|Semiconductors?|Electronics|Industries|International|Global|Worldwide|University|Institute|Institution|College|School|Commission|Authority|Agency|Department|Ministry|Council|Committee|Board|Association|Federation|Union|Foundation|Bureau|Office|Exchange|Services|Media|News|Times|Journal|Post|Street|Properties|Property|Realty|Estates?|Homes|Stores?|Retail|Foods?|Brands|Logistics|Shipping|Telecom|Communications|Consulting|Advisory|Wealth|Credit|Finance|Financial|Cloud|Labs?|Laboratories|Chemicals?|Materials|Infrastructure|Rail|Railways?|Water|Utilities|Solar|Wind|Renewables|Electric|Electrical|Works|Containers?|Nuclear|Aerospace|Engineering|Foundry|Foundries|Midstream|Pipelines?|Instruments|Memory|Data|Digital|Robotics|Dynamics|Interactive|Entertainment|Studios|Pictures|Gaming|Hotels?|Resorts|Cruises|Inns|Taverns|Brewing|Breweries|Brewery|Dairy|Farms|Fertili[sz]ers|Cement|Construction|Builders|Developers|Developments?|REIT|Housing|Fashion|Apparel|Hospitals|Clinics|Diagnostics|Genomics|Biologics|Optics|Photonics|Lithograph|Lithography|Batter(?:y|ies)|Lithium|Uranium|Copper|Gold|Silver|Coal|Nickel|Zinc|Graphite|Hydrogen|Geothermal|Grid|Transmission|Refining|Drilling|Offshore|Marine|Ports|Airports|Aircraft|Defen[cs]e|Satellite|Wireless|Mobile|Broadband|Fib(?:re|er)|Cable|Towers|Telekom|Telecommunications|Payments|Bancorp|Bancshares|Banca|Banco|Banque|Groupe|Assurance|Reinsurance|Mutual|Superannuation|Pension|Restaurants|Supermarkets|Shipyards?|Shipbuilding|Cloud|Compute|Semicap|Memory|Vaccines|Devices|Components|Automotive|Tyres?|Tires?|Paper|Packaging|Glass|Textiles|Trading|Commodities|Renewable|Biofuels|Sciences|Surgical|Dental|Pharmacy|Pharmacies)$/u;

export const WEEKDAY_OR_MONTH =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;
