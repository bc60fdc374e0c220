import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '../../src/core/formats/format.ts';
import { payloads } from './payloads.ts';

/** What XML 1.0 forbids, section 2.2. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(forbidden, '?');
const paragraphs = (tag: string) => payloads.map((each) => `<${tag}>${escaped(each)}</${tag}>`).join('\n');
const oneLine = (text: string) => text.replace(/[\r\n]/g, ' ');
const file = (name: string, text: string): SourceFile => ({ name, bytes: strToU8(text) });
const zip = (name: string, parts: Readonly<Record<string, string>>): SourceFile => ({
  name,
  bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)]))),
});

/** Those behind which a page goes on: what opens a comment or a text without end takes all that follows. */
const live = payloads.filter((each) => !/^<(?:plaintext|!--|!\[CDATA|xmp)|frameset/.test(each));

/** Once as markup, as it would work, and once as words that show it. */
const page = `<!doctype html><html><head><title>Hostile page</title></head><body><article><h1>Hostile page</h1>${live
  .map((each) => `<p>${escaped(each)}</p><p>live: ${each}</p>`)
  .join('\n')}</article></body></html>`;

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const odf = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;

/** A file of each format of articles that can carry all payloads; an article in each. */
export const hostileFiles: readonly SourceFile[] = [
  file('all.txt', payloads.join('\n\n')),
  file(
    'all.md',
    `# Hostile notes\n\n${live.map((each) => `${escaped(each)}\n\nlive: ${each}`).join('\n\n')}`,
  ),
  file('all.html', page),
  file(
    'all.mhtml',
    `From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b0"\r\n\r\n--b0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: javascript:globalThis.hostile=1\r\n\r\n${page}\r\n--b0--\r\n`,
  ),
  file(
    'all.eml',
    `From: "<script>globalThis.hostile=1</script>" <a@example.org>\r\nSubject: <img src=x onerror=globalThis.hostile=1>\r\nDate: Fri, 14 Mar 2031 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`,
  ),
  file(
    'all.srt',
    payloads
      .map(
        (each, i) =>
          `${i + 1}\n00:${String(i % 60).padStart(2, '0')}:01,000 --> 00:${String(i % 60).padStart(2, '0')}:02,000\n${oneLine(each)}\n`,
      )
      .join('\n'),
  ),
  file(
    'all.vtt',
    `WEBVTT\n\nSTYLE\n::cue { background: url(http://127.0.0.1:9/cue.png) }\n\n${payloads.map((each) => `00:01.000 --> 00:02.000\n<v ${oneLine(each).slice(0, 60)}>${oneLine(each)}\n`).join('\n')}`,
  ),
  file(
    'all.xml',
    `<nitf><head><title>Hostile story</title></head><body><body.head><hl1>Hostile story</hl1></body.head><body.content>${paragraphs('p')}<p><script xmlns="http://www.w3.org/1999/xhtml">globalThis.hostile=1</script></p></body.content></body></nitf>`,
  ),
  file(
    'all.rtf',
    `{\\rtf1\\ansi Hostile letter\\par ${payloads
      .map((each) =>
        [...each]
          .map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : `\\u${(sign.charCodeAt(0) << 16) >> 16}?`))
          .join(''),
      )
      .join('\\par ')}{\\field{\\*\\fldinst HYPERLINK "javascript:globalThis.hostile=1"}{\\fldrslt x}}}`,
  ),
  zip('all.docx', {
    '[Content_Types].xml': `<Types xmlns="${packageOf}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${payloads.map((each) => `<w:p><w:r><w:t>${escaped(each)}</w:t></w:r></w:p>`).join('')}<w:p><w:r><w:instrText>INCLUDEPICTURE http://127.0.0.1:9/field.png</w:instrText></w:r></w:p></w:body></w:document>`,
  }),
  zip('all.odt', {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${['office', 'text', 'script', 'xlink'].map(odf).join(' ')}><office:body><office:text>${paragraphs('text:p')}</office:text></office:body></office:document-content>`,
  }),
  zip('all.epub', {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'o.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Hostile book</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Hostile book</h1>${paragraphs('p')}<script>globalThis.hostile=1</script><img src="http://127.0.0.1:9/x.png" onerror="globalThis.hostile=1"/></body></html>`,
  }),
];

/** Every payload as the name of a file, as far as a file system takes it. */
export const hostileNames: readonly string[] = payloads
  .map((each, i) => `${i} ${each.toWellFormed().replace(/[/\0]/g, '∕')}`)
  .map((name) => `${[...name].slice(0, 50).join('')}.txt`)
  .filter((name) => new TextEncoder().encode(name).length < 250);
