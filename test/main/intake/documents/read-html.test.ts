import { describe, expect, test } from 'vitest';
import { ARTICLE, bytesOf, page, parse } from './samples.ts';

async function textOf(html: string): Promise<string> {
  return (await parse('a.html', bytesOf(html))).text;
}

describe('the words of a page', () => {
  test('are its article, block by block, without the frame around it', async () => {
    const text = await textOf(
      page({
        before: '<header>Harbour Post</header><nav><a href="/m">Markets</a></nav>',
        article:
          '<ul><li>two cranes<li>a <b>rail</b> link</ul><table><tr><th>Year<th>Sum<tr><td>2025<td>$1.4bn</table><p>One<br>line, 3&nbsp;km<sup>2</sup> and $4m<sup><a href="#n">1</a></sup>.</p>',
        after: '<footer>© Harbour Post</footer><script>document.write("written")</script>',
      }),
    );
    expect(text).toBe(
      [
        'Quayside borrows $1.4bn',
        ...ARTICLE,
        '- two cranes\n- a rail link',
        '| Year | Sum |\n| 2025 | $1.4bn |',
        'One\nline, 3 km² and $4m[1].',
      ].join('\n\n'),
    );
  });

  test('of a page without an article are all but its frame', async () => {
    const html =
      '<nav>Markets</nav><div><h1>Notice</h1><div>Paid $3m</div><div>in May</div></div><footer>©</footer>';
    expect(await textOf(`<html><body>${html}</body></html>`)).toBe('Notice\n\nPaid $3m\n\nin May');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><text>x</text></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<style>@import "http://attacker.example"</style>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<template><script>alert(1)</script></template>',
    '<p hidden>alert(1)</p>',
    '<p style="display:none">alert(1)</p>',
  ])('hold nothing of %s', async (vector) => {
    expect(await textOf(page({ article: vector }))).not.toMatch(/alert|attacker/);
  });

  test('in an encoding that the page declares are read by it', async () => {
    const html = page({}).replace('utf-8', 'windows-1252').replace('$1.4bn from', '\u00a31.4bn from');
    const parsed = await parse('a.html', new Uint8Array(Buffer.from(html, 'latin1')));
    expect(parsed.text).toContain('£1.4bn from');
    const silent = Buffer.from(html.replace('windows-1252', 'x-unknown'), 'latin1');
    await expect(parse('a.html', new Uint8Array(silent))).rejects.toMatchObject({
      code: 'DOCUMENT_ENCODING',
    });
  });
});

describe('what a page says of itself', () => {
  test.each<[string, string, object]>([
    [
      'by JSON-LD',
      '<link rel="canonical" href="https://post.example/a"><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Loan for cranes","datePublished":"2025-11-03T23:30:00-05:00","author":[{"name":"Ada Poe"},{"name":"Ben Ray"}],"publisher":{"name":"Harbour Post"}}]}</script>',
      {
        title: 'Loan for cranes',
        published: '2025-11-03',
        author: 'Ada Poe, Ben Ray',
        publisher: 'Harbour Post',
        url: 'https://post.example/a',
      },
    ],
    [
      'by meta tags',
      '<meta property="og:title" content="Loan"><meta property="og:site_name" content="Harbour Post"><meta name="author" content="By Ada Poe"><meta property="article:published_time" content="2025-11-03"><meta property="og:url" content="https://post.example/b">',
      {
        title: 'Loan',
        publisher: 'Harbour Post',
        author: 'Ada Poe',
        published: '2025-11-03',
        url: 'https://post.example/b',
      },
    ],
    [
      'by its heading alone',
      '',
      { title: 'Quayside borrows $1.4bn', publisher: null, url: null, published: null },
    ],
    ['never a script as its address', '<link rel="canonical" href="javascript:alert(1)">', { url: null }],
    [
      'never a date that may be read two ways',
      '<meta name="date" content="03/04/2025">',
      { published: null },
    ],
    [
      'a date in words',
      '<meta name="date" content="Mon, 03 Nov 2025 10:00:00 GMT">',
      { published: '2025-11-03' },
    ],
  ])('%s', async (_what, head, facts) => {
    expect(await parse('a.html', bytesOf(page({ head })))).toMatchObject(facts);
  });
});

describe('a page is refused', () => {
  test.each<[string, string, string, RegExp]>([
    ['513 elements deep', '<div>'.repeat(513), 'DOCUMENT_UNSAFE', /513 deep or more; the limit is 512/],
    ['deep behind quotation marks', '<div title="a>">'.repeat(600), 'DOCUMENT_UNSAFE', /the limit is 512/],
    ['deep between ends that belong nowhere', '<div></b>'.repeat(600), 'DOCUMENT_UNSAFE', /the limit is 512/],
    ['of more than a million elements', '<br>'.repeat(1_000_001), 'DOCUMENT_TOO_BIG', /1,000,001 elements/],
  ])('%s', async (_what, html, code, detail) => {
    const refused = await parse('a.html', bytesOf(`${html}x`)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code, details: [expect.stringMatching(detail)] });
  });

  test('and 500 deep it is taken', async () => {
    expect(await textOf(`<html><body>${'<div>'.repeat(500)}words`)).toBe('words');
  });
});
