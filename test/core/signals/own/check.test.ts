import { describe, expect, it } from 'vitest';
import { checkExpression } from '#core/signals/own/check.ts';
import { hostile } from './hostile.ts';

const refused = (expression: string) => {
  const check = checkExpression(expression);
  if (check.state !== 'refused') throw new Error(`${expression} was not refused.`);
  const { line, column, start, end, message } = check.problem;
  return { at: `${line}:${column}`, marked: expression.slice(start, end), message };
};

const fine = (expression: string) => {
  const check = checkExpression(expression);
  if (check.state !== 'fine') throw new Error(`${expression}: ${check.problem.message}`);
  return check.checked;
};

describe('an expression that holds', () => {
  it.each([
    ['commitments / revenue', 'x'],
    ['commitments_with("Microsoft") / revenue', 'x'],
    ['deals_without_amount / deals', 'x'],
    ['cash / cash_burn', 'months'],
    ['in_months(tenor)', 'months'],
    ['as_percent(cash / commitments)', 'percent'],
    ['signal("supplier-concentration/top-1")', 'percent'],
    ['signal("cash-runway") - 6', 'months'],
    ['max(0, 1 - cash / commitments)', 'x'],
    ['(commitments - cash) / commitments', 'x'],
    ['counterparties', 'score'],
    ['commitments\n  / revenue', 'x'],
  ])('%j is shown in %s', (expression, unit) => {
    expect(fine(expression).units[0]).toBe(unit);
  });

  it('names what it uses once, in the order of its mentions', () => {
    const { references } = fine('commitments / revenue + commitments_with("AMD") / revenue');
    expect(references.map(({ key }) => key)).toEqual(['commitments', 'revenue', 'commitments_with("AMD")']);
  });

  it('tries the ends of an amount that pulls both ways, and leaves alone what moves one way', () => {
    expect(fine('(commitments - cash) / commitments').repetition.tried).toEqual(['commitments']);
    expect(fine('revenue / revenue').repetition.tried).toEqual(['revenue']);
    expect(fine('cash / revenue + commitments / revenue').repetition.tried).toEqual([]);
    expect(fine('revenue * revenue / (cash * cash)').repetition.tried).toEqual([]);
  });
});

describe('an expression that does not hold is refused with a sentence and a place', () => {
  it.each([
    ['', '1:1', '', 'Write an expression'],
    ['commitments /', '1:14', '', 'ends too early'],
    ['commitments / / revenue', '1:15', '/', 'is missing before it'],
    ['(commitments / revenue', '1:23', '', 'closing bracket'],
    ['commitments / revenue)', '1:22', ')', 'no meaning here'],
    ['commitments revenue', '1:13', 'revenue', 'sign such as + - * /'],
    ['commitments $ revenue', '1:13', '$', 'money(5e9, "USD")'],
    ['commitments = revenue', '1:13', '=', 'no equals sign'],
    ['signal("cash', '1:8', '"cash', 'closing quotation mark'],
    ['revenu / commitments', '1:1', 'revenu', 'Did you mean revenue?'],
    ['commitments\n/ (cash +\n  hedcount)', '3:3', 'hedcount', 'Did you mean headcount?'],
    ['signal("cash-runwy")', '1:8', '"cash-runwy"', 'Did you mean cash-runway?'],
    ['signal("supplier-concentration")', '1:8', '"supplier-concentration"', 'supplier-concentration/hhi'],
    ['signal("stale-figure")', '1:8', '"stale-figure"', 'cannot be used inside one'],
    ['signal', '1:1', 'signal', 'asks for a name'],
    ['signal(revenue)', '1:8', 'revenue', 'in quotation marks'],
    ['revenue()', '1:1', 'revenue()', 'without brackets'],
    ['maximum(cash, revenue) / revenue', '1:1', 'maximum', 'not in the vocabulary'],
    ['max(cash) / revenue', '1:1', 'max(cash)', '2 to 8 parts'],
    ['commitments + 1', '1:15', '1', 'cannot be added to money'],
    ['revenue / commitments - cash', '1:25', 'cash', 'cannot be set against a plain number'],
    ['commitments + deals', '1:15', 'deals', 'a count and cannot be added to money'],
    ['cash_burn + cash', '1:13', 'cash', 'cannot be added to money per month'],
    [
      'money(1, "USD") + money(1, "GBP") + cash',
      '1:1',
      'money(1, "USD") + money(1, "GBP")',
      'two currencies',
    ],
    ['money(1, "XXX") / revenue', '1:10', '"XXX"', 'no currency on file'],
    ['money("1", "USD") / revenue', '1:7', '"1"', 'Text stands only inside'],
    ['in_months(cash)', '1:1', 'in_months(cash)', 'takes years; this is money'],
    ['commitments - cash', '1:1', 'commitments - cash', 'The result is money. A signal compares'],
    ['net_loss / headcount', '1:1', 'net_loss / headcount', 'The result is money per head.'],
    ['tenor', '1:1', 'tenor', 'in_months'],
    ['2 * 3', '1:1', '2 * 3', 'same for every company'],
    ['revenue * cash / revenue', '1:1', 'revenue * cash / revenue', 'The result is money.'],
    ['max(0, commitments - cash) / commitments', '1:30', 'commitments', 'stands here a second time'],
    ['commitments > revenue', '1:13', '>', 'the thresholds judge'],
    ['(commitments) >= (revenue)', '1:15', '>=', 'the thresholds judge'],
    ['deals > 3 ? 1 : 0', '1:11', '?', 'the thresholds judge'],
    ['commitments && revenue', '1:13', '&&', 'the thresholds judge'],
    ['revenue % cash', '1:9', '%', 'remainder'],
    ['revenue.constructor', '1:8', '.constructor', 'no members'],
    ['deals[0]', '1:6', '[0]', 'no members'],
    ['[revenue, cash].map(x, x)', '1:16', '.map(x, x)', 'no methods'],
    ['"a".matches("(a+)+$")', '1:4', '.matches("(a+)+$")', 'no methods'],
    ['"revenue"', '1:1', '"revenue"', 'Text stands only inside'],
    ['true', '1:1', 'true', 'Write a plain number'],
    ['1e999 * revenue / cash', '1:1', '1e999', 'not written as numbers are'],
  ])('%j at %s', (expression, at, marked, words) => {
    const problem = refused(expression);
    expect(problem.message).toContain(words);
    expect({ at: problem.at, marked: problem.marked }).toEqual({ at, marked });
  });

  it('is bounded in length, parts and depth', () => {
    expect(refused(`revenue / cash${' '.repeat(2_000)}`).at).toBe('1:2001');
    expect(refused(`${'cash / revenue + '.repeat(90)}1`).message).toContain('too many parts');
    expect(refused(`${'('.repeat(200)}cash / revenue${')'.repeat(200)}`).message).toContain('too deeply');
    expect(refused(`${'-'.repeat(1_900)}cash`).message).toMatch(/nested|too many parts/);
  });
});

describe('an expression that reaches for anything else', () => {
  it.each(hostile)('%j is refused', (expression) => {
    const problem = refused(expression);
    expect(problem.message).toMatch(/^[A-Z“0-9].*[.?]$/s);
  });
});
