import { expect, test } from './app.ts';
import { cellOf, rowOf } from './grid.ts';
import { expectSaved, goTo, standsAt } from './places.ts';

const AWS = 'OpenAI buys cloud compute from AWS';

test('what was marked as saved is there after every process was killed, and the chain is whole', async ({
  app,
}) => {
  await goTo(app.page, 'Deals');
  await (await cellOf(app.page, rowOf(app.page, AWS), 'Amount')).dblclick();
  await app.page.getByRole('textbox', { name: 'Amount' }).fill('39bn');
  await app.page.keyboard.press('Enter');
  await expectSaved(app.page);

  await app.kill();
  await app.restart();

  await standsAt(app.page, 'Overview');
  await goTo(app.page, 'Deals');
  await expect(await cellOf(app.page, rowOf(app.page, AWS), 'Amount')).toHaveText('39 bn');
  await app.close();
  const { exit, out, err } = await app.cli('verify', app.ledger);
  expect({ exit, said: out + err }).toMatchObject({ exit: 0 });
});
