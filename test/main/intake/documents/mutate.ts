/** A generator of chance from a seed: the same in every run, so that a red run is red for everybody. */
export function chanceFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const SNIPPETS = [
  '\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\xed\xa0\x80',
  '\xe2\x80\xae',
  '\xf4\x90\x80\x80',
  '<',
  '>',
  '"',
  '&#0;',
  '&#xD800;',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a [',
  '</w:p>',
  '<w:t>',
  '<table>',
  'endobj',
  'stream\n',
  '<<',
  '>>',
  '[',
  ']',
  '99999999999',
  '-1',
  '__proto__',
  'PK\x03\x04',
];

/** One to `most` changes: bytes turned, cut, repeated, moved, or replaced by what parsers stumble over. */
export function mutated(bytes: Uint8Array, chance: (limit: number) => number, most = 8): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (let left = 1 + chance(most); left > 0; left -= 1) {
    const at = chance(text.length + 1);
    const until = Math.min(text.length, at + chance(60));
    const part = text.slice(at, until);
    const changes = [
      () => text.slice(0, at) + String.fromCharCode(chance(256)) + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(until),
      () => text.slice(0, at) + part.repeat(2 + chance(20)) + text.slice(at),
      () =>
        text.slice(0, at) +
        (SNIPPETS[chance(SNIPPETS.length)] ?? '') +
        text.slice(chance(2) === 0 ? at : until),
      () => text.slice(0, at),
      () => text.slice(at),
      () => text.slice(0, at) + text.slice(chance(text.length + 1)),
      () => text.replace(/\d+/, String(chance(2 ** 31))),
    ];
    // Cuts are rare: most of a file must reach the parsers behind the first check.
    const which = chance(40);
    text = (changes[which] ?? changes[which % 4])?.() ?? text;
  }
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
