import { ORGANISATION_WORD } from '../name-words.ts';
import type { CapitalRun } from './capital-runs.ts';
import { isTradeInitials } from './common-words.ts';
import { isGivenName } from './given-names.ts';
import { isPlace } from './places.ts';

export type NameKind = 'organisation' | 'person' | 'place' | 'other';

/** What the names of a text name, weighed over all their mentions; `other` where the words leave it open. */
export function kindsOf(text: string, runs: readonly CapitalRun[]): ReadonlyMap<string, NameKind> {
  const mentions = new Map<string, CapitalRun[]>();
  for (const run of runs) {
    const before = mentions.get(run.text);
    if (before === undefined) mentions.set(run.text, [run]);
    else before.push(run);
  }
  return new Map([...mentions].map(([form, all]) => [form, kindOf(form, all, text)]));
}

const MOST_MENTIONS = 200;

function kindOf(form: string, runs: readonly CapitalRun[], text: string): NameKind {
  if (isIndexName(form)) return 'other';
  if (isPlace(form)) return 'place';
  const looked = runs.slice(0, MOST_MENTIONS);
  const organisation = byForm(form) + sum(looked, (run) => organisationAt(run, text));
  const person = personByForm(form) + sum(looked, (run) => personAt(run, text));
  if (organisation < 3 && THING_END.test(form)) return 'other';
  if (person === 0 && organisation <= 1 && looked.some((run) => isInPlace(run, text))) return 'place';
  if (person > 0 && person > organisation) return 'person';
  if (organisation > 0) return 'organisation';
  return 'other';
}

/** What a last word makes of a name that nothing else calls a company. */
const THING_END =
  / (?:County|Street|Building|Division|Budget|Project|Plant|Mine|Basin|Field|Terminal|Strategy|Direction|Programme|Program|Act|Bill|Report|Index|Loan|Road|Avenue|Valley|River|Islands?|Airport|Summit|Conference|Cup|Awards?|Agreement|Accord|Treaty|Protocol|Framework|Initiative|Scheme|Directive|Regulation|Resolution|Transaction|Offer|Acquisition|Merger|Van|Award|Ocean|Sea|Coast|Mountains?|Lake|Bridge|Tunnel|Highway)$/u;

/** `in Bath, England`. */
function isInPlace({ start, end }: CapitalRun, text: string): boolean {
  const after = /^, (?<place>\p{Lu}[\p{L}]+(?: \p{Lu}\p{L}+)?)(?<based>-based)?/u.exec(
    text.slice(end, end + 40),
  )?.groups;
  if (after?.['place'] === undefined || !isPlace(after['place'])) return false;
  return (
    after['based'] !== undefined ||
    /\b(?:in|near|at|from|of|outside) $/u.test(text.slice(Math.max(0, start - 9), start))
  );
}

function sum<T>(items: readonly T[], weight: (item: T) => number): number {
  return items.reduce((total, item) => total + weight(item), 0);
}

export function isIndexName(form: string): boolean {
  return /^(?:(?:FTSE|S&P|S&P\/ASX|Nasdaq|NASDAQ|Nikkei|CAC|DAX|STOXX|Stoxx|ASX|TSX|Russell|Nifty|NIFTY|SMI|MSCI|IBEX|CSI|Dow|BSE)(?: (?:\d{2,4}|Jones|Composite|Comp|Europe|All-Share|All-Ordinaries|Average|Industrial|50|World|Index|Sensex|Bank|Midcap|Smallcap))*|(?:S&P )?(?:BSE|NSE)(?: \p{Lu}[\p{L}\d]+){1,2}|(?:S&P )(?:Sensex|Nifty)|Hang Seng(?: Index)?|Sensex|Kospi|KOSPI|Topix|TOPIX|Bovespa|Ibovespa|All Ordinaries|Straits Times Index|(?:\p{Lu}\p{Ll}+ )*(?:Stock|Securities) Exchange|Dow Jones(?: Industrial(?: Average)?)?|Shanghai Composite|Euro Stoxx(?: \d+)?|Philadelphia Semiconductor Index)$/u.test(
    form,
  );
}

function byForm(form: string): number {
  const words = form.split(' ');
  if (words.some((word) => ORGANISATION_WORD.test(word)) && words.length > 1) return 3;
  if (form.includes('&')) return 2;
  if (/^\p{Lu}{2,6}$/u.test(form) && !isTradeInitials(form)) return 1;
  if (words.length === 1 && /\p{Ll}\p{Lu}/u.test(form)) return 1;
  if (words.length > 1 && COMPANY_END.test(form)) return 2;
  return 0;
}

/** `Scale AI`, `Kopiko Pay`. */
const COMPANY_END =
  / (?:AI|Labs?|Bio|Pay|Air|Tech|Cloud|Mobile|Health|Robotics|Interactive|Bank|Express|Vision Fund)(?: \d)?$/u;

function personByForm(form: string): number {
  const words = form.split(' ');
  if (words.length === 1) return isGivenName(form) ? 1 : 0;
  if (COMPANY_END.test(form)) return 0;
  if (words.length < 2 || words.length > 4 || words.some((word) => ORGANISATION_WORD.test(word))) return 0;
  if (words.some((word) => /\d|\p{Lu}{3,}/u.test(word))) return 0;
  if (/^\p{Lu}\p{Lu}$/u.test(words[0] ?? '')) return 0;
  return isGivenName(words[0] ?? '') || /^\p{Lu}\.?$/u.test(words[0] ?? '') ? 2 : 0;
}

const REACH = 48;
const BUSINESS_AFTER =
  /^(?:[’']s?)? (?:shares?|stock|chief|CEO|CFO|chairman|chairwoman|board|shareholders?|investors|employees|revenues?|profits?|earnings|sales|headquarters|spokes\p{L}+|executives?|subsidiary|plants?|factory|factories|stores?|customers|management|bid|bonds?|balance sheet|market value|market capitali[sz]ation|market share|division|unit|arm)\b/u;
const CORPORATE_VERB =
  /^,?(?: [^.;:“”"\n]{0,40},)? (?:also |has |had |have |will |would |is |was |plans? to |recently |now |then |itself |reportedly |further )*(?:agreed|agrees|acquire[sd]?|acquiring|announced|announces|bought|buys|buying|built|builds|building|booked|books|burned|burns|closed|commit(?:s|ted)|competes|employs|employed|expects?|expected|filed|files|forecast|funds?|funded|hired|hires|holds|in talks|invest(?:s|ed|ing)|issue[sd]|launched|launches|lost|loses|losing|makes|manufactures|mines|missed|offered|offers|operates|operated|owns|owned|paid|pays|paying|pledged|posted|posts|produces|produced|raised|raises|raising|recorded|reported|reports|sells|selling|sold|signed|signs|spend(?:s|ing)?|spent|supplies|supplied|unveil(?:s|ed)|clinch(?:es|ed)|w[io]ns?|secure[sd]|land(?:s|ed)|inked|struck|strikes|sealed|snapped up|picked|chose|selected|awarded|ordered|orders|leased|pre-let|merged|completed|completes|acquires|teamed|partnered|develops|backs|backed|co-led|participated|bid|approached|rejected|rejects|accepted|declined|cuts?|logged|swung|expanded|opened|halted|resumed|entered|enters|received|licensed|licenses|submitted|discussed|contributed|supplies|said it|shed|rose|fell|climbed|gained|jumped|slipped|dropped|added|surged|sank|soared|tumbled|slid|plunged|ended|closed|traded|trade[sd]|trading|valued|values)\b/u;
const BUSINESS_BEFORE =
  /(?:\b(?:[Ss]hares (?:in|of)|stakes? (?:in|of [^.,]{0,12})|bid for|takeover of|acquisition of|purchase of|(?:to |will |would |could |may )?(?:acquire[sd]?|acquiring|buy|buying|bought|invest(?:s|ed|ing)? (?:[^.;]{0,20} )?(?:in|into)|financing from|investment from|funding from|order from|loan from|sold to|sell to|supply|lease to)|merger with|merge with|deals? with|contracts? with|agreement with|partnership with|partner(?:ed|ing)? with|venture with|talks with|competitors?|rivals?(?: such as| like)?|suppliers?|compan(?:y|ies)(?: such as| like| called)?|firms?|startups?|retailers?|owned by|backed by|founded by|led by|subsidiary of|unit of|division of|arm of|spun out of|listed|customers? (?:such as|including)|analysts? (?:at|from|for|with)|(?:[Cc]hief [Ee]xecutive|CEO|boss|[Cc]hair(?:man|woman|person)?|[Hh]ead|[Pp]resident|[Dd]irector|[Ff]ounder|[Pp]artner|[Ee]conomist|[Ss]trategist|[Oo]fficer|[Mm]anager)(?: [Oo]fficer)? (?:of|at|for)|\p{Ll}+(?:maker|makers|builder|giant|group|miner|lender|bank|airline|insurer|utility|producer|developer|operator|broker(?:age)?)) |\((?:NYSE|NASDAQ|Nasdaq|ASX|TSX|LSE|LON|BSE|NSE|AMEX|TSXV|SGX|HKEX|AIM)[:,]? ?)$/u;
/** `head of financial analysis at`, `chief investment officer at`. */
const OFFICE_BEFORE =
  /\b(?:analyst|head|chief|officer|director|manager|partner|economist|strategist|executive|president|analysis|research|boss|lawyer|adviser|trader)\b[^.;,\n]{0,30} (?:at|for|with) (?:the )?$/u;
/** `(HUB.O)`, `(NYSE: ZEN)`, `(PUF)`, `(ADB 0.62%)`: the surest sign of a company. */
const TICKER_AFTER =
  /^(?:,? (?:Inc|plc|Ltd|Corp|Co|SA|AG|NV|Group)\.?)?,? ?\((?!(?:CEO|CFO|COO|CTO|UK|US|EU|USA|UAE|AI|GDP|PhD|MP|R|D|L)\))(?:\p{Lu}\p{L}{1,9} ?: ?)?\p{Lu}[\p{Lu}\d]{1,5}(?:\.\p{Lu}{1,2})?(?: [-+]?\d[\d.]*%)?\)/u;
const A_COMPANY_AFTER =
  /^, (?:an?|the|one of)\b[^.;,\n]{0,60}\b(?:company|firm|group|startup|start-up|bank|lender|insurer|miner|retailer|maker|\p{L}+maker|producer|developer|operator|utility|airline|manufacturer|supplier|provider|conglomerate|broker|brokerage|fund|giant|business|chain|owner)\b/u;

function organisationAt(run: CapitalRun, text: string): number {
  const before = text.slice(Math.max(0, run.start - REACH), run.start);
  const after = text.slice(run.end, run.end + REACH * 2);
  let weight = 0;
  if (BUSINESS_AFTER.test(after)) weight += 2;
  if (CORPORATE_VERB.test(after)) weight += 1;
  if (BUSINESS_BEFORE.test(before)) weight += 2;
  if (TICKER_AFTER.test(after)) weight += 3;
  if (SAYS_OF_ITSELF.test(after)) weight += 2;
  if (A_COMPANY_AFTER.test(after)) weight += 2;
  if (OFFICE_BEFORE.test(before)) weight += 2;
  if (run.isPossessive) weight += /^[’']s? \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(after) ? 2 : 0.5;
  return weight;
}

/** `said it would buy`. */
const SAYS_OF_ITSELF =
  /^ (?:said|says|announced|added|confirmed)(?: on \p{Lu}\p{Ll}+| yesterday| today)?(?: that)? (?:it|its)\b/u;

const ROLE_AFTER =
  /^(?:, (?:aged )?\d\d)?(?:, (?:who|the|its|an?|their|[^,.;\n]{0,40}[’']s)?|,? \()[^.;\n]{0,60}?\b(?:chief executive|chief|CEO|CFO|COO|CTO|chair(?:man|woman|person)?|president|director|founder|head|analyst|economist|strategist|manager|partner|minister|secretary|professor|spokes\p{L}+|lawyer|adviser|advisor|researcher)\b/iu;
/** In lower case before a name. */
const ROLE_BEFORE =
  /\b(?:boss|chief|chairman|chairwoman|chair|chairperson|president|director|founder|co-founder|analyst|economist|strategist|spokes(?:man|woman|person)|minister|lawyer|secretary|professor|manager|executive|officer|partner|trader|tycoon|billionaire|entrepreneur|investor|seller|scribbler|head|governor|adviser) $/u;
const SAYS_AFTER =
  /^,?(?: [^,.;\n]{2,30},)? (?:posted that|said|says|told|added|wrote|argued|warned|noted|thinks|believes|resigned|joined|joins|will step down|stepped down|retired)\b/u;
const SAID_BEFORE = /[,”"’] ?(?:said|says|added|wrote|warned|argued|noted) $/u;

function personAt(run: CapitalRun, text: string): number {
  const words = run.text.split(' ');
  const before = text.slice(Math.max(0, run.start - REACH), run.start);
  const after = text.slice(run.end, run.end + REACH * 2);
  const isFull = words.length >= 2 && words.length <= 4;
  let weight = run.afterRole ? 3 : 0;
  if (/\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Professor)\.? $/u.test(before)) weight += 4;
  if (isFull && ROLE_BEFORE.test(before)) weight += 3;
  if (isFull && ROLE_AFTER.test(after)) weight += 3;
  if (isFull && SAYS_AFTER.test(after)) weight += 1;
  if (isFull && SAID_BEFORE.test(before)) weight += 1;
  return weight;
}
