/** Places and peoples that the business press names often: they are no parties of a deal. */
const PLACES = `
Afghanistan|Africa|Alabama|Alaska|Alberta|Algeria|America|Amsterdam|Angola|Antarctica|Argentina|Arizona|Arkansas|Asia|Asia-Pacific|Athens|Atlanta|Auckland|Austin|Australia|Austria|Azerbaijan|Bahrain|Baltimore|Bangalore|Bengaluru|Bangkok|Bangladesh|
Barcelona|Basel|Bavaria|Beijing|Belarus|Belfast|Belgium|Berlin|Bermuda|Bihar|Birmingham|Bolivia|Bombay|Boston|Botswana|Brazil|Brasilia|Brisbane|Bristol|Britain|British Columbia|Brussels|Bucharest|Budapest|Buenos Aires|Bulgaria|Cairo|Calgary|California|
Cambodia|Cambridge|Cameroon|Canada|Canberra|Cape Town|Cardiff|Caribbean|Catalonia|Cayman Islands|Chennai|Chicago|Chile|China|Colombia|Colorado|Congo|Connecticut|Copenhagen|Cornwall|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Dallas|Delaware|Delhi|Denmark|
Denver|Detroit|Dubai|Dublin|Düsseldorf|Ecuador|Edinburgh|Egypt|England|Estonia|Ethiopia|Europe|Finland|Florida|France|Frankfurt|Gaza|Geneva|Georgia|Germany|Ghana|Glasgow|Greece|Greenland|Guangdong|Guinea|Gujarat|Guyana|Hamburg|Hanoi|Haryana|Hawaii|Helsinki|
Hong Kong|Houston|Hungary|Hyderabad|Iceland|Idaho|Illinois|India|Indiana|Indonesia|Iowa|Iran|Iraq|Ireland|Israel|Istanbul|Italy|Ivory Coast|Jakarta|Jamaica|Japan|Jersey|Johannesburg|Jordan|Kansas|Karnataka|Kazakhstan|Kentucky|Kenya|Kerala|Kolkata|Korea|
Kuala Lumpur|Kuwait|Kyiv|Lagos|Laos|Latin America|Latvia|Lebanon|Leeds|Libya|Liechtenstein|Lima|Lisbon|Lithuania|Liverpool|London|Los Angeles|Louisiana|Luxembourg|Lyon|Macau|Madagascar|Madrid|Maharashtra|Maine|Malaysia|Mali|Malta|Manchester|Manila|
Manitoba|Maryland|Massachusetts|Mauritius|Melbourne|Mexico|Mexico City|Miami|Michigan|Middle East|Midlands|Milan|Minneapolis|Minnesota|Mississippi|Missouri|Mongolia|Montana|Montreal|Montréal|Morocco|Moscow|Mozambique|Mumbai|Munich|Myanmar|Nagoya|Namibia|
Nebraska|Nepal|Netherlands|Nevada|New Brunswick|New Delhi|New England|New Hampshire|New Jersey|New Mexico|New South Wales|New York|New York City|New Zealand|Newcastle|Newfoundland|Nicaragua|Niger|Nigeria|North America|North Carolina|North Dakota|North Korea|North Sea|Northern Ireland|
Northern Territory|Norway|Nova Scotia|Ohio|Oklahoma|Oman|Ontario|Oregon|Osaka|Oslo|Ottawa|Oxford|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Paris|Pennsylvania|Permian Basin|Perth|Peru|Philadelphia|Philippines|Phoenix|Pilbara|Pittsburgh|Poland|Portland|Portugal|Prague|Pune|
Punjab|Qatar|Quebec|Québec|Queensland|Rajasthan|Redmond|Rhode Island|Riga|Rio de Janeiro|Riyadh|Romania|Rome|Rotterdam|Russia|Rwanda|San Diego|San Francisco|San Jose|Santiago|Saskatchewan|Saudi Arabia|Scandinavia|Scotland|Seattle|Senegal|Seoul|Serbia|Shanghai|Shenzhen|
Silicon Valley|Singapore|Slovakia|Slovenia|South Africa|South America|South Australia|South Carolina|South Dakota|South Korea|Southeast Asia|Spain|Sri Lanka|Stockholm|Stuttgart|Sudan|Sweden|Switzerland|Sydney|Syria|São Paulo|Sao Paulo|Taipei|Taiwan|Tallinn|Tamil Nadu|Tanzania|
Tasmania|Tehran|Tel Aviv|Telangana|Tennessee|Texas|Thailand|Tokyo|Toronto|Tunisia|Turin|Turkey|Türkiye|UAE|UK|US|USA|U.K|U.S|EU|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Utah|Uttar Pradesh|Uzbekistan|Vancouver|Venezuela|Vermont|Victoria|Vienna|Vietnam|
Vilnius|Virginia|Wales|Warsaw|Washington|Washington DC|Wellington|West Bengal|West Virginia|Western Australia|Wisconsin|Wyoming|Yorkshire|Zambia|Zimbabwe|Zurich|Zürich|Abu Dhabi|Andhra Pradesh|Gulf|Gulf of Mexico|Western Cape|Eurozone|Earth|City|Wall Street|Westminster|Whitehall|Canary Wharf|Capitol Hill|White House|Kremlin|Ho Chi Minh City|Odisha|Madhya Pradesh|
Ahmedabad|Noida|Gurugram|Gurgaon|Hokkaido|Kyushu|Yokohama|Fukuoka|Busan|Hsinchu|Johor|Penang|Guangzhou|Chongqing|Kent|Essex|Surrey|Norfolk|Suffolk|Cumbria|Teesside|Tyneside|Merseyside|Lancashire|Aberdeen|Dundee|Swansea|Somerset|Devon|Normandy|Brittany|Saxony|Lombardy|Flanders|Wallonia|Andalusia|Catalunya|Basque Country|Ruhr|Silesia
`;
const PEOPLES = `
African|American|Angolan|Arab|Argentine|Argentinian|Asian|Australian|Austrian|Bangladeshi|Belgian|Bolivian|Brazilian|British|Bulgarian|Cambodian|Canadian|Catalan|Chilean|Chinese|Colombian|Congolese|Croatian|Cuban|Czech|Danish|Dutch|Ecuadorian|Egyptian|Emirati|English|Estonian|Ethiopian|European|Filipino|
Finnish|French|German|Ghanaian|Greek|Hungarian|Icelandic|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|Italian|Japanese|Jordanian|Kazakh|Kenyan|Korean|Kuwaiti|Latin American|Latvian|Lebanese|Libyan|Lithuanian|Malaysian|Mexican|Moroccan|Namibian|Nepalese|Nigerian|Nordic|North American|Norwegian|Omani|Pakistani|
Peruvian|Polish|Portuguese|Qatari|Romanian|Russian|Saudi|Scandinavian|Scottish|Serbian|Singaporean|Slovak|Slovenian|South African|South American|South Korean|Spanish|Swedish|Swiss|Syrian|Taiwanese|Tanzanian|Thai|Turkish|Ugandan|Ukrainian|Uruguayan|Venezuelan|Vietnamese|Welsh|Western|Zambian|Zimbabwean|Californian|Texan|Londoners|Americans|Britons|Europeans|Europe-wide|Democrat|Democratic|Republican|Labour|Conservative
`;

const SET: ReadonlySet<string> = listed(PLACES);
const PEOPLE_SET: ReadonlySet<string> = listed(PEOPLES);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.replace(/\n/gu, '').split('|'));
}

export function isPlace(name: string): boolean {
  return SET.has(name) || SET.has(name.replace(/^the /iu, ''));
}

/** `Indian`, `Nordic`. */
export function isPeople(name: string): boolean {
  return PEOPLE_SET.has(name);
}
