import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import {
  CONSTANT_MAKERS,
  type ConstantMaker,
  constantWithUnit,
  type Formula,
  FUNCTIONS,
  type FunctionName,
  isConstantMaker,
  isFunctionName,
  plainNumber,
  type Sign,
} from './formula.ts';
import { nearestName } from './nearest.ts';
import { Refusal, type Span } from './problem.ts';
import { syntaxSentence } from './syntax-sentence.ts';
import { argumentWords, words } from './vocabulary.ts';

/**
 * Text of an expression -> formula. The library reads the text and never evaluates it: every shape that is not listed
 * here is refused, so no member, method, list, map, macro or host object can be reached.
 */
export const LIMITS = { characters: 2_000, nodes: 300, depth: 32 } as const;

const environment = new Environment({
  limits: {
    maxAstNodes: LIMITS.nodes,
    maxDepth: LIMITS.depth,
    maxListElements: 8,
    maxMapEntries: 8,
    maxCallArguments: 8,
  },
});

/** Throws Refusal for anything that is no formula. */
export function parseFormula(expression: string): Formula {
  if (expression.trim() === '')
    throw new Refusal({ start: 0, end: 0 }, 'Write an expression, such as commitments / revenue.');
  if (expression.length > LIMITS.characters)
    throw new Refusal(
      { start: LIMITS.characters, end: expression.length },
      `The expression has ${expression.length} characters; up to ${LIMITS.characters} are read.`,
    );
  return formulaOf(readTree(expression));
}

function readTree(expression: string): ASTNode {
  try {
    return environment.parse(expression).ast;
  } catch (thrown) {
    throw refusalOf(thrown, expression);
  }
}

function refusalOf(thrown: unknown, expression: string): Refusal {
  const whole = { start: 0, end: expression.length };
  if (thrown instanceof RangeError)
    return new Refusal(whole, `The expression is nested deeper than ${LIMITS.depth} levels.`);
  if (!(thrown instanceof ParseError)) return new Refusal(whole, 'The expression cannot be read.');
  return new Refusal(thrown.range ?? whole, syntaxSentence(thrown, expression));
}

const SIGNS: readonly Sign[] = ['+', '-', '*', '/'];

function formulaOf(node: ASTNode): Formula {
  const span = spanOf(node);
  switch (node.op) {
    case 'value':
      return plainNumber(numberOf(node.args, span), span);
    case 'id':
      return named(node.args, null, span);
    case '-_':
      return { kind: 'negated', part: formulaOf(node.args), span };
    case '+':
    case '-':
    case '*':
    case '/':
      return {
        kind: 'joined',
        sign: SIGNS.find((sign) => sign === node.op) ?? '+',
        left: formulaOf(node.args[0]),
        right: formulaOf(node.args[1]),
        span,
      };
    case 'call':
      return called(node.args[0], node.args[1], span);
    default:
      throw new Refusal(refusedSpan(node), SHAPES[node.op]);
  }
}

const JUDGES =
  'An own signal measures, the thresholds judge: comparisons and conditions are not used. min, max and abs are at hand.';
const MEMBERS =
  'Amounts have no members: only the names of the vocabulary can be used, and nothing inside or behind them.';
const LISTS = 'Lists and maps are not used, and nothing is repeated over them.';

type RefusedShape = Exclude<ASTNode['op'], 'value' | 'id' | '-_' | '+' | '-' | '*' | '/' | 'call'>;

const SHAPES: Readonly<Record<RefusedShape, string>> = {
  '!=': JUDGES,
  '==': JUDGES,
  '<': JUDGES,
  '<=': JUDGES,
  '>': JUDGES,
  '>=': JUDGES,
  '?:': JUDGES,
  '||': JUDGES,
  '&&': JUDGES,
  '!_': JUDGES,
  in: LISTS,
  '%': 'A remainder has no meaning on ranges. For per cent write percent(30) or as_percent(…).',
  '.': MEMBERS,
  '.?': MEMBERS,
  '[]': MEMBERS,
  '[?]': MEMBERS,
  rcall: 'Amounts have no methods: loops, tests of text and calls on amounts are not used.',
  list: LISTS,
  map: LISTS,
};

/** Of what is refused: the sign between two parts, or what hangs on the first part. */
function refusedSpan(node: ASTNode): Span {
  const whole = spanOf(node);
  const parts: readonly unknown[] = Array.isArray(node.args) ? node.args : [];
  const [first, second] = parts.filter(isNode);
  if (first === undefined || first.range.end >= whole.end) return whole;
  const isMember = node.op === '.' || node.op === '.?' || node.op === 'rcall' || second === undefined;
  if (isMember || node.op === '[]' || node.op === '[?]') return { start: first.range.end, end: whole.end };
  const between = node.input.slice(first.range.end, second.range.start);
  const start = first.range.end + (between.length - between.replace(/^[\s)]+/, '').length);
  return { start, end: Math.max(start + 1, first.range.end + between.replace(/[\s(]+$/, '').length) };
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part && 'range' in part;
}

function spanOf({ range }: ASTNode): Span {
  return { start: range.start, end: range.end };
}

function numberOf(literal: unknown, span: Span): number {
  if (typeof literal === 'number' && Number.isFinite(literal)) return literal;
  if (typeof literal === 'bigint') {
    const amount = Number(literal);
    if (Number.isFinite(amount)) return amount;
  }
  if (typeof literal === 'string')
    throw new Refusal(
      span,
      'Text stands only inside signal("…"), commitments_with("…") and money(…, "USD").',
    );
  throw new Refusal(span, 'Write a plain number, as 0.25 or 1e9.');
}

function named(word: string, argument: string | null, span: Span): Formula {
  const known = words.get(word);
  if (known === undefined || known.argument !== null) throw new Refusal(span, unknownSentence(word));
  return { kind: 'named', reference: { key: word, word, argument }, span };
}

function called(name: string, parts: readonly ASTNode[], span: Span): Formula {
  if (isFunctionName(name)) return applied(name, parts, span);
  if (isConstantMaker(name)) return constant(name, parts, span);
  const word = words.get(name);
  if (word === undefined) throw new Refusal(nameSpan(name, span), unknownSentence(name));
  if (word.argument === null)
    throw new Refusal(span, `“${name}” is an amount, not a function: write it without brackets.`);
  const [only] = parts;
  if (parts.length !== 1 || only === undefined)
    throw new Refusal(span, `Write ${word.example}, with one name in quotation marks.`);
  const text = textOf(only);
  if (text === null)
    throw new Refusal(spanOf(only), `Write a name in quotation marks, as in ${word.example}.`);
  const refused = word.refuses(text);
  if (refused !== null) throw new Refusal(spanOf(only), refused);
  return {
    kind: 'named',
    reference: { key: `${name}(${JSON.stringify(text)})`, word: name, argument: text },
    span,
  };
}

function applied(name: FunctionName, nodes: readonly ASTNode[], span: Span): Formula {
  const { parts, example } = FUNCTIONS[name];
  const [least, most] = parts;
  if (nodes.length < least || nodes.length > most)
    throw new Refusal(
      span,
      `${name} takes ${least === most ? 'one part' : `${least} to ${most} parts`}, as in ${example}.`,
    );
  return { kind: 'applied', name, parts: nodes.map(formulaOf), span };
}

function constant(maker: ConstantMaker, nodes: readonly ASTNode[], span: Span): Formula {
  const example = maker === 'money' ? 'money(5e9, "USD")' : `${maker}(5)`;
  const [first, second] = nodes;
  if (first === undefined || nodes.length !== (maker === 'money' ? 2 : 1) || first.op !== 'value')
    throw new Refusal(span, `Write a number with its unit as ${example}.`);
  const amount = numberOf(first.args, spanOf(first));
  const currency = second === undefined ? '' : (textOf(second) ?? '');
  const made = constantWithUnit(maker, amount, currency, span);
  if (made === null)
    throw new Refusal(
      second === undefined ? span : spanOf(second),
      `“${currency}” is no currency on file: write its three letters, as in ${example}.`,
    );
  return made;
}

function textOf(node: ASTNode): string | null {
  return node.op === 'value' && typeof node.args === 'string' ? node.args : null;
}

function nameSpan(name: string, { start }: Span): Span {
  return { start, end: start + name.length };
}

function unknownSentence(typed: string): string {
  const shown = typed.length > 40 ? `${typed.slice(0, 40)}…` : typed;
  const known = words.get(typed);
  if (known !== undefined) return `“${shown}” asks for a name: ${argumentWords(known)}.`;
  const near = nearestName(typed, [...words.keys(), ...Object.keys(FUNCTIONS), ...CONSTANT_MAKERS]);
  const advice = near === null ? 'The vocabulary lists what can be used.' : `Did you mean ${near}?`;
  return `“${shown}” is not in the vocabulary. ${advice}`;
}
