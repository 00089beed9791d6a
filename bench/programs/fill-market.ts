import { fillMarket, marketOf } from '../ledger/market.ts';
import { writeMadeUp } from './made-up.ts';
import { printMeasured } from './measured.ts';

/** fill-market PATH COMPANIES SEED: makes a market of companies through the public `entries.write`. */
const [path = '', companies = '0', seed = '1'] = process.argv.slice(2);
await printMeasured(async () => {
  const rows = await writeMadeUp(path, (write) =>
    fillMarket(marketOf(Number(companies)), Number(seed), write),
  );
  return { rows };
});
