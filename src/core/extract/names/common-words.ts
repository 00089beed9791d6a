/** Words that often begin an English sentence or heading, or stand in capitals, and are no names. */
const COMMON = `
a about above according across actually added additional additionally adjusted after again against ahead all almost alone along already also although
altogether always am amid among an analysis analyst analysts and announced annual another any anyone apart are around as aside asked at away back backed based
basic be because been before behind being below beneath beside besides best better between beyond both briefly brokers but buyers by can cash certain clearly
combined come comparable compared consider costs could critics currently customers data deal deals debt demand despite details developers did directors do does done down due during
each earlier earnings economists eight eighteen either eleven else employees enough especially even eventually ever every everyone everything evidence exactly except executives expect expected
experts failing far few fewer fifteen fifty fifth finally financial first five following for former formerly forty four fourth fresh from full fully further
generally get give given global go good got governments great gross group growing growth had half hard has have having he headline help hence her here high higher
his historically hopes how however hundreds i if immediately important importantly in inc including income indeed industry inflation initial initially inside instead interest investing investors is
it its itself japanese join just key know large largest last late later latest lawyers least led less lessons let like likely little local long look looking losses lower made main
maintaining major make management many margins markets may maybe mean meanwhile meet members might millions mine miss mixed money more moreover most mostly much must my name namely nearly neither net
never nevertheless new news next nine no nobody none nonetheless nor not note nothing now obviously of off officials often old on once one only onto operating operators opening options or orders other others
otherwise our out output over overall own part past people perhaps plus point possibly prices previously prior private probably production profit profits proceeds public put quarterly questions quite rather real recent recently
regulators related relying remember rents results revenue revenues right rising rivals roughly sales same say says second see seen separately seven several shall shareholders shares she should
similarly simply since six sixty small smart so some somehow someone something sometimes soon sources speaking still stock stocks subject such suddenly suppliers sure take taken talks ten than
thanks that the their them then there thereafter therefore these they thing things think third thirteen thirty this those though thousands three through throughout thus till to today together tomorrow too top total toward
towards trade traders trading twelve twenty two typically under unit union unions units unless unlike until up upon us use used using usually value very via volume volumes was we well were what whatever when whenever
where whereas wherever whether which whichever while who whoever whole whom whose why will with within without workers would year yes yesterday yet you your zero
advertisement agreement appendix approximately april article august background bonus board breaking budget business buy buying capacity capital chart climate closing comment commitments companies company concerns conclusion conference contact
contract contracts context continued cost coverage deliveries delivery development dividend dividends editor energy equity estimates example exclusive exports facts figures file finance firms forecasts friday fund funding funds future government guidance highlights
holders home hotels housing imports improved infrastructure insurance interim introduction investment investments jobs land leading legal liquidity loans loss low macro market matters media mining monday monthly nations negotiations notes notice number
offer office oil online opinion outlook overview owners page partnership payments performance period photo picture plan plans policy politics portfolio position power premium preliminary presentation press price pricing privacy procurement products program project projects
property purchase quarter question quotes rate rates reaction read reading receipts record regulation regulatory release rent report reporting reports research reserves responding response retail return returns review risk risks round rumors rumours savings schedule section sector
security seller sellers series service services share shareholder side site source space speed spending staff start statement statements step story strategy strong structure summary supply support system table tax taxes technology term terms test time timeline title topic
transaction transactions travel turnover tuesday update updated upside use vendor vendors vice video view views wages wait warning watch wednesday week weekly weeks welcome welcoming white wholesale winners work working world worth write years
answer translation verdict takeaway takeaways fair hello hi dear thank thanks thousands tens dozens scores nearly barely hardly analysts’ imagine suppose assume miss either neither nor spreading training landing building developing
chairman chairwoman chairperson chair chief executive officer president director minister secretary governor founder co-founder cofounder head manager partner spokesman spokeswoman spokesperson analyst economist strategist
acquisition merger offer completion announcement consideration admission placing scheme disposal circular meeting notes proposal resolution prospectus
rival fellow series borrowings breakdown maintains operational texts ordinary current subscribe short preferred common class convertible existing remaining outstanding foreign domestic lower fellow seller sellers
furthermore likewise consequently accordingly conversely alas regardless incidentally thereby instead hence notably crucially ironically
newcomer newcomers data metrics changes strategy direction
senior deputy acting non-executive managing general professor mr mrs ms dr sir dame lord lady
`;

const SET: ReadonlySet<string> = new Set(COMMON.trim().split(/\s+/u));

/** Capitals that name no one: trades' abbreviations, periods, titles. */
const INITIALS =
  /^(?:AI|AGI|ML|IT|TV|PC|PCs|HR|PR|IP|VC|PE|IR|CEO|CFO|COO|CTO|CIO|CMO|CSO|MD|EVP|SVP|VP|MP|MPs|GPU|GPUs|CPU|CPUs|TPU|TPUs|LLM|LLMs|API|APIs|SaaS|IoT|EV|EVs|LNG|LPG|IPO|IPOs|SPAC|ETF|ETFs|ADR|ADRs|REIT|REITs|GDP|CPI|PMI|EPS|EBIT|EBITDA|EBITDAR|ARR|ROI|ROE|ROCE|NAV|AUM|ARPU|PAT|PBT|YoY|QoQ|FY|CAGR|M&A|R&D|ESG|Q&A|FAQ|ID|USD|EUR|GBP|AUD|CAD|INR|JPY|CNY|HKD|SGD|CHF|MW|GW|kV|kW|kg|km|mm|pH|GHz|MHz|GB|TB|bbl|mtpa|GWh|MWh|TWh|kWh|OK|AM|PM|GMT|EST|EDT|BST|IST|AEST|ET|PT|NB|RSS|PDF|URL|FPSO|ESOP|QIP|OFS|NCD|NPA|CSR|MoU|MOU|LOI|NDA|PPA|PPAs|CfD|Q[1-4]|H[12]|[1-4]Q|[12]H|FY\d{2,4}|[1-4]Q\d{2,4}|Q[1-4]FY\d{2,4}|I{1,3}|IV|VI{0,3}|A|I)$/u;

export function isCommonWord(word: string): boolean {
  const lower = word.toLowerCase().replace(/[’']/gu, '’');
  return SET.has(lower) || SET.has(lower.replace(/’(?:s|re|ve|ll|d|t)$/u, '')) || CONTRACTION.test(lower);
}

const CONTRACTION =
  /^(?:i|you|he|she|it|we|they|that|there|here|what|who|where|how|let|don|doesn|didn|isn|aren|wasn|weren|can|won|wouldn|couldn|shouldn|hasn|haven|hadn)’\p{L}{1,2}$/u;

export function isTradeInitials(word: string): boolean {
  return INITIALS.test(word);
}
