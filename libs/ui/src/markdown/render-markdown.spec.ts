import { renderMarkdown } from './render-markdown';

const html = async (text: string) => {
  const box = document.createElement('div');
  box.append(await renderMarkdown(text));
  return box.innerHTML.trim();
};

describe('Markdown', () => {
  it('becomes headings, lists and links', async () => {
    expect(await html('## Why\n\n- one\n- [two](https://example.org)')).toBe(
      '<h2>Why</h2>\n<ul>\n<li>one</li>\n<li><a href="https://example.org">two</a></li>\n</ul>',
    );
  });

  it.each([
    '#principles',
    '/charters/CH-0012',
    './versions/2',
    '../board',
    '?q=yard',
    'docs/policy.md',
    'mailto:a@b.c',
  ])('leads to places in this installation and to mailboxes: %s', async (href) =>
    expect(await html(`[here](${href})`)).toBe(`<p><a href="${href}">here</a></p>`),
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&Tab;script:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript&colon;//%0Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x/y',
    'blob:https://company.example/1',
    'file:///etc/passwd',
  ])('follows no other scheme: %s', async (href) => {
    const nodes = await renderMarkdown(`[here](<${href}>) <a href="${href}">there</a>`);
    expect([...nodes.querySelectorAll('a')].filter((link) => link.hasAttribute('href'))).toEqual([]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '![picture](https://tracker.example/pixel.png)',
    '<script>alert(1)</script>',
    '[click](javascript:alert(1))',
    '<svg><style>*{display:none}</style></svg>',
    '<p onclick="alert(1)" style="color:red">x</p>',
    '<form action="https://evil.example"><input></form>',
  ])('lets nothing active through: %s', async (text) => {
    const nodes = await renderMarkdown(text);
    expect(nodes.querySelectorAll('img, script, svg, style, form, input, [onclick], [style]')).toHaveLength(0);
    expect([...nodes.querySelectorAll('a')].map((link) => link.getAttribute('href'))).not.toContain(
      'javascript:alert(1)',
    );
  });

  it('shows raw HTML as it was typed, and a picture as its description', async () => {
    expect(await html('a <b title="x">c</b> ![yard](https://tracker.example/pixel.png)')).toBe(
      '<p>a &lt;b title="x"&gt;c&lt;/b&gt; yard</p>',
    );
    expect(await html('<style>*{}</style>')).toBe('&lt;style&gt;*{}&lt;/style&gt;');
  });

  it('takes a line with more signs than words as it was typed, and reads the rest', async () => {
    const line = '*a'.repeat(5_000);
    const nodes = await renderMarkdown(`**First**\n\n${line}\n\n**Last**`);
    const [first, hostile, last, ...more] = nodes.querySelectorAll('p');
    expect([first?.innerHTML, last?.innerHTML, more]).toEqual(['<strong>First</strong>', '<strong>Last</strong>', []]);
    expect(hostile?.innerHTML === line).toBe(true);
  });

  it('reads no more of such lines than it can in a moment', async () => {
    const nodes = await renderMarkdown(`${'*a'.repeat(200)}\n\n`.repeat(100));
    const read = [...nodes.querySelectorAll('p')].filter((line) => line.querySelector('em'));
    expect([nodes.querySelectorAll('p').length, read.length]).toEqual([100, 25]);
  });

  it('shows a text whose quotes nobody could follow as its source', async () => {
    const text = `${'> '.repeat(5_000)}<b>deep</b>`;
    const { children } = await renderMarkdown(text);
    expect([...children].map(({ tagName }) => tagName)).toEqual(['PRE']);
    expect(children[0]?.textContent === text).toBe(true);
  });
});
