/** What a reader needs of the page's tree. Pages are untrusted: their names are compared, never used as keys. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, text: string) => void;
  readonly querySelectorAll: (selector: string) => Iterable<HtmlElement>;
  readonly querySelector: (selector: string) => HtmlElement | null;
  readonly remove: () => void;
}

export const ELEMENT = 1;
export const TEXT = 3;

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

export function* childrenOf(node: HtmlNode): Generator<HtmlNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}
