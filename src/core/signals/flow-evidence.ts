import { type Circle, hasUndated, unknownEdges } from '../flows/circles.ts';
import type { DealEdge } from '../flows/deal-edges.ts';
import type { Loop } from '../flows/loops.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import type { Scope } from './definition.ts';
import { dealEntryInput } from './event-evidence.ts';
import { choiceInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { type Tag, tagsWhere } from './tags.ts';
import { countWords, plain } from './words.ts';

/** What the signals on flows of money between companies share. */
const SHOWN_LOOPS = 5;

export function scopeOfCircle({ funder, party }: Circle): Scope {
  return { kind: 'about', id: `${funder.id} ${party.id}`, name: `${funder.name} – ${party.name}` };
}

/** Circles are shared by the subjects of a run, and so is what is said of them. */
const inputsOf = new WeakMap<Circle, readonly FlagInput[]>();
const tagsOf = new WeakMap<Circle, readonly Tag[]>();

/** Every deal of a circle with its amount, and with a note where it is unknown or not binding. */
export function circleInputs(circle: Circle): readonly FlagInput[] {
  const inputs = inputsOf.get(circle) ?? listInputs(circle);
  inputsOf.set(circle, inputs);
  return inputs;
}

function listInputs(circle: Circle): readonly FlagInput[] {
  return once([
    ...edgeInputs(circle.funding, circle, () => 'funding'),
    ...edgeInputs(circle.back, circle, ({ layer }) =>
      layer === 'funding' ? 'funding passed on' : 'payment',
    ),
  ]);
}

/** A deal among several parties is several edges and stands once in each role. */
export function edgeInputs(
  edges: readonly DealEdge[],
  circle: Pick<Circle, 'choices'>,
  roleOf: (edge: DealEdge) => string,
): readonly FlagInput[] {
  return once(edges.flatMap((edge) => inputsOfEdge(edge, circle, roleOf(edge))));
}

/** The first input of each entry in each role. */
function once(inputs: readonly FlagInput[]): readonly FlagInput[] {
  const keys = new Set<string>();
  return inputs.filter(({ role, id, name }) => {
    const key = `${role} ${id} ${name}`;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

function inputsOfEdge(
  edge: DealEdge,
  { choices }: Pick<Circle, 'choices'>,
  role: string,
): readonly FlagInput[] {
  const choice = choices.get(edge.id);
  const soft = edge.isBinding ? [] : [`Not binding: ${plain(edge.deal.status)}.`];
  if (choice !== undefined)
    return choiceInputs(choice, { role, name: edge.deal.name }, soft.length === 0 ? null : soft.join(' '));
  const note = ['It is on file, its amount is not known.', ...soft].join(' ');
  return [dealEntryInput(edge.deal, role, { isUsed: true, note })];
}

export function circleTags(circle: Circle): readonly Tag[] {
  const tags = tagsOf.get(circle) ?? listTags(circle);
  tagsOf.set(circle, tags);
  return tags;
}

function listTags(circle: Circle): readonly Tag[] {
  const edges = [...circle.funding, ...circle.back];
  const unknown = unknownEdges(circle);
  return tagsWhere({
    gross: edges.length > unknown.length,
    'no-rate': unknown.some(({ deal }) => deal.amounts.some(isDisclosedHeadline)),
    'letters-of-intent': edges.some(({ deal }) => deal.status === 'letter-of-intent'),
    'shared-amount': edges.some(({ isShared }) => isShared),
    undated: hasUndated(circle),
    'undisclosed-amounts': unknown.some(({ deal }) => !deal.amounts.some(isDisclosedHeadline)),
  });
}

function isDisclosedHeadline({ metric, lo }: FigureFacts): boolean {
  return metric === 'deal-headline' && lo !== null;
}

/** Several circles may share a deal; evidence names it once in each role. */
export function inputsOfAll(circles: readonly Circle[]): readonly FlagInput[] {
  return once(circles.flatMap(circleInputs));
}

/** `Microsoft > OpenAI > Microsoft`, the first few of them. */
export function loopWords({ loops }: Circle): string {
  const shown = loops.slice(0, SHOWN_LOOPS).map(pathWords).join('; ');
  const more = loops.length - SHOWN_LOOPS;
  return `${countWords(loops.length, 'loop')}: ${shown}${more > 0 ? `; ${more} more` : ''}.`;
}

function pathWords(loop: Loop<DealEdge>): string {
  const [start] = loop;
  return [start?.payer.name, ...loop.map(({ payee }) => payee.name)].join(' > ');
}
