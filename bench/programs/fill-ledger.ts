import { fillLedger, shapeOf } from '../ledger/entries.ts';
import { writeMadeUp } from './made-up.ts';
import { printMeasured } from './measured.ts';

/** fill-ledger PATH ROWS SEED: makes a ledger of so many rows through the public `entries.write`. */
const [path = '', rows = '0', seed = '1'] = process.argv.slice(2);
await printMeasured(async () => {
  const added = await writeMadeUp(path, (write) => fillLedger(shapeOf(Number(rows)), Number(seed), write));
  return { rows: added };
});
