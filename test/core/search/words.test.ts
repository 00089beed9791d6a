import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '#core/search/places.ts';
import { snippetOf } from '#core/search/snippet.ts';
import { parseWords } from '#core/search/words.ts';

const done = { isTyping: false };

describe('words that are typed', () => {
  it('reads words, phrases, beginnings and exclusions', () => {
    expect(parseWords('openai "cloud deal" comp* -rumour -"letter of intent"', done)).toEqual({
      wanted: [
        { text: 'openai', isPrefix: false },
        { text: 'cloud deal', isPrefix: false },
        { text: 'comp', isPrefix: true },
      ],
      unwanted: [
        { text: 'rumour', isPrefix: false },
        { text: 'letter of intent', isPrefix: false },
      ],
    });
  });

  it('takes the last word for unfinished only while somebody types', () => {
    expect(parseWords('oracle clo', { isTyping: true }).wanted.at(-1)).toEqual({
      text: 'clo',
      isPrefix: true,
    });
    expect(parseWords('oracle clo ', { isTyping: true }).wanted.at(-1)).toEqual({
      text: 'clo',
      isPrefix: false,
    });
    expect(parseWords('a', { isTyping: true }).wanted.at(-1)).toEqual({ text: 'a', isPrefix: false });
  });

  it('leaves out what is no word', () => {
    expect(parseWords('— * "" - ^ () :', done)).toEqual({ wanted: [], unwanted: [] });
  });
});

describe('places and snippets', () => {
  const text = `${'Lead words. '.repeat(40)}The Café Noir signed a cloud deal\nwith Ashby in March. ${'Tail words. '.repeat(40)}`;
  const terms = parseWords('"cloud deal" cafe ash*', done).wanted;

  it('finds phrases over line ends, accents and beginnings', () => {
    const found = placesOf(text, terms, 5).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['Café', 'cloud deal', 'Ash']);
    expect(placesOf('cloud\ndeal', terms, 5)).toHaveLength(1);
  });

  it('shows the stretch with most of the words, in text and with its place', () => {
    const { parts, at } = snippetOf(text, placesOf(text, terms, 5));
    expect(parts.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual([
      'Café',
      'cloud deal',
      'Ash',
    ]);
    expect(at).toBe(text.indexOf('Café'));
    expect(parts.at(0)?.text).toBe('… ');
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(260);
  });

  it('never cuts a pair of surrogates and always shows its first hit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.nat(600), (around, at) => {
        const held = `${around.slice(0, at)} needle ${around.slice(at)}`;
        const snippet = snippetOf(held, placesOf(held, parseWords('needle', done).wanted, 3));
        const shown = snippet.parts.map((part) => part.text).join('');
        expect(snippet.parts.some((part) => part.isHit && /needle/i.test(part.text))).toBe(true);
        if (held.isWellFormed()) expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});
