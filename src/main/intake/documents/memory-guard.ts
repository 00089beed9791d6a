import { PlumblineError } from '#shared/errors.ts';
import { DOCUMENT_LIMITS } from './limits.ts';

/**
 * A limit on single blocks of memory in the parsing process. V8's own limit counts objects, not the bytes of arrays: two
 * megabytes of a PDF can unpack to many gigabytes in one growing array, which only this stops before the computer swaps.
 */
const ARRAYS = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
] as const;

let refused: PlumblineError | null = null;

/** For the whole process, from now on. Throws DOCUMENT_TOO_BIG where a larger block is asked for. */
export function guardAllocations(): void {
  for (const name of ARRAYS) {
    const array: NewableFunction = globalThis[name];
    const guarded: NewableFunction = new Proxy(array, {
      construct: (target, args: readonly unknown[], asked: NewableFunction): object => {
        refuseLarge(args[0], target);
        return Reflect.construct(target, args, asked === guarded ? target : asked);
      },
    });
    Reflect.defineProperty(array.prototype, 'constructor', { value: guarded });
    Reflect.defineProperty(globalThis, name, { value: guarded });
  }
  // It would unpack outside of any array of ours; libraries unpack by themselves where it is missing.
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
}

/** What the guard refused since it was asked last: a library may have put an error of its own in its place. */
export function takeRefusedAllocation(): PlumblineError | null {
  const last = refused;
  refused = null;
  return last;
}

function refuseLarge(size: unknown, array: object): void {
  if (typeof size !== 'number') return;
  const width: unknown = Reflect.get(array, 'BYTES_PER_ELEMENT');
  const bytes = size * (typeof width === 'number' ? width : 1);
  if (!(bytes > DOCUMENT_LIMITS.block)) return;
  refused = new PlumblineError('DOCUMENT_TOO_BIG', [
    `One of its parts unpacks to ${bytes.toLocaleString('en')} bytes or about that; the limit is ${DOCUMENT_LIMITS.block.toLocaleString('en')}.`,
  ]);
  throw refused;
}
