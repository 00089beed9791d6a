/**
 * Compares what the program measures with what a vector expects, value by value.
 * Law: whatever the vector expects and nobody measures is a difference, so that no number can be passed over.
 */
export type Tree =
  | number
  | string
  | boolean
  | null
  | undefined
  | readonly Tree[]
  | { readonly [key: string]: Tree };

/** Works a vector out of its inputs with the product's own functions. It never sees what is expected. */
// biome-ignore lint/suspicious/noExplicitAny: each vector has inputs of its own shape.
export type Measured = (inputs: any) => Tree;

export interface Rules {
  /** Paths of prose that explains a vector; texts only. */
  readonly isProse: (path: string) => boolean;
  /** Relative tolerance at a path, or absolute where the vector is rounded to decimals. */
  readonly toleranceAt: (path: string) => Tolerance;
}

export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

export interface Compared {
  readonly numbers: number;
  readonly differences: readonly string[];
}

export function compared(expected: Tree, measured: Tree, path: string, rules: Rules): Compared {
  if (rules.isProse(path)) return prose(expected, path);
  if (expected !== null && typeof expected === 'object') return branches(expected, measured, path, rules);
  return leaf(expected, measured, path, rules);
}

function prose(expected: Tree, path: string): Compared {
  const isText = [expected].flat().every((part) => typeof part === 'string');
  return { numbers: 0, differences: isText ? [] : [`${path} is no prose`] };
}

function branches(
  expected: readonly Tree[] | { readonly [key: string]: Tree },
  measured: Tree,
  path: string,
  rules: Rules,
): Compared {
  const wanted = Object.entries(expected);
  const found = new Map(measured !== null && typeof measured === 'object' ? Object.entries(measured) : []);
  const parts = wanted.map(([key, value]) => compared(value, found.get(key), `${path}.${key}`, rules));
  const extra = [...found.keys()].filter((key) => !Object.hasOwn(expected, key));
  return {
    numbers: parts.reduce((sum, { numbers }) => sum + numbers, 0),
    differences: [
      ...parts.flatMap(({ differences }) => differences),
      ...extra.map((key) => `${path}.${key} is measured and not expected`),
    ],
  };
}

function leaf(expected: Tree, measured: Tree, path: string, { toleranceAt }: Rules): Compared {
  const isNumber = typeof expected === 'number';
  const isSame = isNumber
    ? typeof measured === 'number' && isNear(measured, expected, toleranceAt(path))
    : measured === expected;
  const differences = isSame ? [] : [`${path}: expected ${String(expected)}, measured ${String(measured)}`];
  return { numbers: isNumber ? 1 : 0, differences };
}

function isNear(measured: number, expected: number, { relative = 0, absolute = 0 }: Tolerance): boolean {
  return Math.abs(measured - expected) <= Math.max(absolute, relative * Math.abs(expected));
}
