import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '../../src/core/formats/format.ts';

const file = (name: string, text: string): SourceFile => ({ name, bytes: strToU8(text) });
const zip = (name: string, parts: Readonly<Record<string, string>>): SourceFile => ({
  name,
  bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)]))),
});

const page =
  '<!doctype html><html><head><title>Rain</title><meta property="og:site_name" content="The Post"></head><body><article><h1>Rain</h1><p>It rains, said Ann Lee, and it will rain on Tuesday in Port Carrow.</p><ul><li>One</li></ul><table><tr><td>a</td><td>b</td></tr></table></article></body></html>';
const odf = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;

/** One small file of each kind of article that the real files have none of. */
export const samples: readonly SourceFile[] = [
  file('a.txt', 'Rain\n\nBy Ann Lee\n\n“It rains”, she said.\n'),
  file(
    'a.md',
    '---\ntitle: Rain\n---\n# Rain\n\n> It *rains*.\n\n- one\n- [two](http://x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  ),
  file('a.html', page),
  file(
    'a.mhtml',
    `From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://x/\r\n\r\n${page}\r\n--b--\r\n`,
  ),
  file(
    'a.eml',
    'From: Ann Lee <ann@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?q?R=C3=A4in?=\r\nDate: Fri, 14 Mar 2031 10:00:00 +0100\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIt r=C3=A4ins.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>It rains.</p>\r\n--b--\r\n',
  ),
  file(
    'a.srt',
    '1\n00:00:01,000 --> 00:00:02,000\n<i>It</i> rains.\n\n2\n00:00:03,000 --> 00:00:04,000\n- Why?\n- Why not.\n',
  ),
  file('a.vtt', 'WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000 align:start\n<v Ann>It &amp; rains.\n'),
  file(
    'a.xml',
    '<nitf><head><docdata><date.issue norm="20310314"/></docdata></head><body><body.head><hl1>Rain</hl1></body.head><body.content><p>It <em>rains</em>.</p></body.content></body></nitf>',
  ),
  file('a.csv', 'id,title,text,date\r\n1,"Rain, again","It ""rains"".\n\nYes.",2031-03-14\r\n2,B,c,\r\n'),
  file(
    'a.jsonl',
    '{"id": 1, "title": "Rain", "text": "It rains."}\n{"title": "B", "text": "c", "tags": ["x"]}\n',
  ),
  zip('a.odt', {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${['office', 'text', 'style', 'table'].map(odf).join(' ')}><office:body><office:text><text:h text:outline-level="1">Rain</text:h><text:p>It <text:span>rains</text:span>.<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${['office', 'meta'].map(odf).join(' ')} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Rain</dc:title></office:meta></office:document-meta>`,
  }),
  zip('a.epub', {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'o.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Rain</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Rain</h1><p>It rains.</p></body></html>',
  }),
];
