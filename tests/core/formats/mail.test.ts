import { describe, expect, test } from 'vitest';
import { readEml } from '../../../src/core/formats/eml/read-eml.ts';
import { format as eml } from '../../../src/core/formats/eml.format.ts';
import { readMhtml } from '../../../src/core/formats/mhtml/read-mhtml.ts';
import { decodedContent } from '../../../src/core/formats/mhtml/transfer-encoding.ts';
import { format as mhtml } from '../../../src/core/formats/mhtml.format.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const latin1 = (name: string, text: string) => ({
  name,
  bytes: Uint8Array.from(text, (c) => c.charCodeAt(0)),
});

const letter = crlf(`Received: from a by b
From: =?utf-8?Q?Ann_L=C3=A9e?= <ann@post.example>
To: Bo Ek <bo@post.example>, cid@post.example
Subject: =?utf-8?B?U3Rvcm0g8J+YgA==?=
Date: Fri, 14 Mar 2031 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="mixed"

--mixed
Content-Type: multipart/alternative; boundary=alt

--alt
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

No ship has left the port since the storm, =E2=80=9Cand none will=E2=80=9D, the=
 harbour master said.

> What did he say?

--alt
Content-Type: text/html

<p>The same in <b>HTML</b></p>
--alt--
--mixed
Content-Type: application/pdf; name=a.pdf
Content-Disposition: attachment; filename=a.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjQ=
--mixed--
`);

describe('a message', () => {
  test('is its text under its subject', async () => {
    const article = await articleIn(readEml(fileOf('a.eml', letter)));
    expect(blocksShown(article)).toEqual([
      'title: Storm 😀',
      'paragraph: No ship has left the port since the storm, “and none will”, the harbour master said.',
      'quote: > What did he say?',
    ]);
    expect(article.title).toBe('Storm 😀');
    expect(article.metadata).toEqual({
      author: 'Ann Lée',
      date: '2031-03-14',
      published: 'Fri, 14 Mar 2031 23:30:00 -0500',
      to: 'Bo Ek, cid@post.example',
      attachments: '1',
    });
  });

  test('without plain text is that of its page, whole', async () => {
    const html =
      'From: a@b.example\nMessage-ID: <1>\nContent-Type: text/html; charset=windows-1251\n\n<table><tr><td><h1>\xcf\xee\xf0\xf2</h1><p>\xcd\xe5\xf2</p></td></tr></table><script>x</script>';
    const article = await articleIn(readEml(latin1('a.eml', crlf(html))));
    expect(blocksShown(article)).toEqual(['title: Порт', 'paragraph: Нет']);
    expect(article.metadata).toEqual({ author: 'a@b.example' });
  });

  test.each([
    ['a letter', letter, 'a.txt', 'content'],
    ['anything of that name', 'x', 'a.eml', 'ending'],
    ['an article that begins with such lines', 'From: Velmar\nDate: today\n\nText', 'a.txt', 'no'],
    ['an article with a colon', 'Storm: the port\nNo ship left.\n', 'a.txt', 'no'],
  ])('is recognised: %s', (_what, text, name, recognition) => {
    expect(eml.recognise(fileOf(name, text))).toBe(recognition);
  });

  test.each([
    ['without text', 'From: a@b.example\n\n', 'empty'],
    [
      'nested without end',
      Array.from(
        { length: 500 },
        (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`,
      ).join(''),
      'damaged',
    ],
    ['of lines without end', `From: a@b.example\n\n${'\n'.repeat(2_000_001)}`, 'damaged'],
  ])('%s is refused by name', async (_what, text, code) => {
    expect((await refusalOf(readEml(fileOf('a.eml', text)))).code).toBe(code);
  });
});

describe('a page that a browser saved', () => {
  const words =
    'No ship has left the port since the storm, the harbour master said on Thursday, and none will. ';
  const body = `<html><head><title>Storm</title></head><body><nav>Home</nav><article>${`<p>${words}“Quite.”</p>`.repeat(5)}</article></body></html>`;
  const quoted = [...new TextEncoder().encode(body)]
    .map((byte) =>
      byte > 126 || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(.{60}[^=]{2})/g, '$1=\n');
  const saved = crlf(`From: <Saved by Blink>
Snapshot-Content-Location: https://post.example/storm
Subject: Storm
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/storm

${quoted}
------MultipartBoundary--x----
Content-Type: text/html
Content-Transfer-Encoding: base64
Content-Location: cid:frame-2

${Buffer.from('<p>An advertisement in a frame</p>').toString('base64')}
------MultipartBoundary--x------
`);

  test('is its article, its address known', async () => {
    const article = await articleIn(readMhtml(fileOf('a.mhtml', saved)));
    expect(blocksShown(article)).toEqual(['title: Storm', ...Array(5).fill(`paragraph: ${words}“Quite.”`)]);
    expect(article.metadata).toEqual({ url: 'https://post.example/storm' });
    expect(article.source).toMatchObject({ reader: 'mhtml@1', encoding: 'utf-8' });
    expect((await articleIn(readMhtml(fileOf('a.mhtml', saved), { wholePage: true }))).body.text).toContain(
      'Home',
    );
  });

  test('keeps bytes that were sent as they are', async () => {
    const plain =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=windows-1252\n\n<p>\x93No\x94\x80\n--b--';
    expect(blocksShown(await articleIn(readMhtml(latin1('a.mht', plain))))).toEqual(['paragraph: “No”€']);
  });

  test('may stand within parts of parts, and be cut short', async () => {
    const nested =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nno\n--c\nContent-Type: text/html\n\n<p>yes';
    expect(blocksShown(await articleIn(readMhtml(fileOf('a.mht', nested))))).toEqual(['paragraph: yes']);
  });

  test.each([
    [saved, 'a.txt', 'content'],
    [letter, 'a.txt', 'no'],
    ['x', 'a.MHT', 'ending'],
  ])('is recognised', (text, name, recognition) => {
    expect(mhtml.recognise(fileOf(name, text))).toBe(recognition);
    if (recognition === 'content') expect(eml.recognise(fileOf(name, text))).toBe('no');
  });

  test('without a page is refused by name', async () => {
    const image =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\n\n--b--';
    expect((await refusalOf(readMhtml(fileOf('a.mht', image)))).code).toBe('damaged');
    expect((await refusalOf(readMhtml(fileOf('a.mht', '')))).code).toBe('damaged');
  });
});

test.each([
  ['quoted-printable', 'a=20=\r\nb=C3=A9= \t\n=zz=4', 'a bé=zz=4'],
  ['BASE64', 'YWI=\r\n Yw==', 'abc'],
  ['8bit', 'a=20', 'a=20'],
])('%s', (encoding, sent, content) => {
  expect(new TextDecoder().decode(decodedContent(new TextEncoder().encode(sent), encoding))).toBe(content);
});
