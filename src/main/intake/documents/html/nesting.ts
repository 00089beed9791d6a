import { PlumblineError } from '#shared/errors.ts';
import { DOCUMENT_LIMITS, tooBig } from '../limits.ts';

/**
 * How deep and how many, from the text before any tree is built: building a deep tree takes the square of its depth.
 * A rough reading of tags in one pass is enough, as time and memory of the process are limited besides.
 */
const TAG = /<(\/?)([a-z][^\s/>]{0,60})/iy;

/** Elements that never hold any. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont frame isindex'.split(' '),
);
/** Elements that the next of their kind closes, so that they do not nest by themselves. */
const CLOSED_BY_NEXT = new Set('p li dt dd tr td th thead tbody tfoot option optgroup rt rp'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);

/** Throws DOCUMENT_UNSAFE or DOCUMENT_TOO_BIG. */
export function refuseNesting(html: string): void {
  const open: string[] = [];
  let elements = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at);
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    at = tag === null ? at + 1 : endOfTag(html, TAG.lastIndex);
    if (tag === null) continue;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '/') closeLast(open, name);
    else if (RAW.has(name)) at = after(html, `</${name}`, at);
    else if (!VOID.has(name) && !CLOSED_BY_NEXT.has(name)) open.push(name);
    elements += tag[1] === '/' ? 0 : 1;
    refuse(elements, open.length);
  }
}

function refuse(elements: number, depth: number): void {
  const { htmlElements, htmlDepth } = DOCUMENT_LIMITS;
  if (elements > htmlElements) throw tooBig(elements, htmlElements, 'elements');
  if (depth > htmlDepth)
    throw new PlumblineError('DOCUMENT_UNSAFE', [
      `Its elements stand inside each other ${depth} deep or more; the limit is ${htmlDepth}.`,
    ]);
}

function closeLast(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

/** A quotation mark opens only after an equals sign, as browsers read it. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  let before = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && before === '=') quote = character;
    if (character.trim() !== '') before = character;
  }
  return html.length;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}
