import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../src/core/text/decode.ts';
import { guessEncoding } from '../../../src/core/text/guess-encoding.ts';
import { encodeIn } from '../arbitraries/legacy-encoder.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';

const texts = {
  english: 'Putin’s voice rose: “We want guarantees… now,” he said – at once. Then he left the room.',
  french: 'Les élèves ont préparé des étiquettes colorées, où l’été a déjà transformé la cour oubliée.',
  german: 'Die Bürger möchten über größere Straßen für ältere Menschen reden und hören zu.',
  spanish: 'El señor dijo mañana que la situación política está más difícil en España.',
  icelandic: 'Ég get etið gler án þess að meiða mig, sagði maðurinn við gömlu konuna í gær.',
  polish:
    'Mogę jeść szkło i mi nie szkodzi, powiedział rzecznik rządu w piątek wieczorem, żeby uspokoić ludzi.',
  czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí vlády při čtvrteční tiskové konferenci.',
  hungarian: 'Az elnök szerint a tűzszünet őrzése közös érdek, és a tárgyalások jövő hétfőn kezdődnek.',
  turkish: 'Cumhurbaşkanı dün akşam yaptığı açıklamada görüşmelerin başlayacağını söyledi, ışıklar söndü.',
  latvian: 'Iedzīvotāji kopā sakārtoja pamesto pagalmu un iestādīja puķes, dārzeņus un jaunus kokus.',
  russian: 'Президент России заявил в четверг, что Москва ждёт немедленного ответа от Запада.',
  ukrainian: 'Мешканці разом упорядкували занедбаний двір і висадили квіти, зелень та її молоді дерева.',
  greek: 'Ο πρόεδρος δήλωσε την Πέμπτη ότι η χώρα περιμένει άμεση απάντηση από τη Δύση.',
  hebrew: 'הנשיא אמר ביום חמישי כי המדינה מצפה לתשובה מיידית מן המערב.',
  arabic: 'قال الرئيس الروسي يوم الخميس إن بلاده تنتظر ردا فوريا من الغرب.',
  thai: 'ประธานาธิบดีกล่าวเมื่อวันพฤหัสบดีว่าประเทศกำลังรอคำตอบจากตะวันตก',
  japanese: '大統領は木曜日、西側諸国からの即時の回答を待っていると述べました。',
  chinese: '总统星期四说，他的国家正在等待西方的立即答复，我们不希望发生这样的事情。',
  taiwanese: '總統星期四說，他的國家正在等待西方的立即答覆，我們不希望發生這樣的事情。',
  korean: '대통령은 목요일 서방의 즉각적인 답변을 기다리고 있다고 말했다.',
} as const;

describe('guessEncoding', () => {
  it.each<[keyof typeof texts, string]>([
    ['english', 'windows-1252'],
    ['french', 'windows-1252'],
    ['german', 'windows-1252'],
    ['german', 'macintosh'],
    ['spanish', 'windows-1252'],
    ['spanish', 'macintosh'],
    ['icelandic', 'windows-1252'],
    ['polish', 'windows-1250'],
    ['polish', 'iso-8859-2'],
    ['czech', 'windows-1250'],
    ['czech', 'iso-8859-2'],
    ['hungarian', 'windows-1250'],
    ['turkish', 'windows-1254'],
    ['latvian', 'windows-1257'],
    ['russian', 'windows-1251'],
    ['russian', 'koi8-r'],
    ['russian', 'iso-8859-5'],
    ['russian', 'ibm866'],
    ['ukrainian', 'windows-1251'],
    ['ukrainian', 'koi8-u'],
    ['greek', 'windows-1253'],
    ['greek', 'iso-8859-7'],
    ['hebrew', 'windows-1255'],
    ['arabic', 'windows-1256'],
    ['arabic', 'iso-8859-6'],
    ['thai', 'windows-874'],
    ['japanese', 'shift_jis'],
    ['japanese', 'euc-jp'],
    ['chinese', 'gb18030'],
    ['taiwanese', 'big5'],
    ['korean', 'euc-kr'],
  ])('reads a sentence of %s in %s', (language, encoding) => {
    const text = texts[language].normalize('NFC');
    const bytes = encodeIn(encoding === 'windows-1252' ? text : text.replaceAll('’', "'"), encoding);
    const guess = guessEncoding(bytes);
    // Where two encodings make the same text of the bytes, either is right: the text is what is asked for.
    expect(decodeBytes(bytes, guess.encoding)).toMatchObject({
      value: { text: encoding === 'windows-1252' ? text : text.replaceAll('’', "'") },
    });
    expect(guess.confidence).toBeGreaterThan(0.3);
  });

  it('takes a long English text with a few foreign names for windows-1252', () => {
    const filler =
      'The minister said that the talks would go on for some time and that nothing was decided. ';
    // As windows-1250 the names would be spelt with letters that are all Czech.
    const bytes = encodeIn(
      `${filler.repeat(30)}Mr Bjørn, Mr Sørensen and the crème de la crème`,
      'windows-1252',
    );
    expect(guessEncoding(bytes).encoding).toBe('windows-1252');
  });

  it('still sees Polish names in a long English text', () => {
    const filler =
      'The minister said that the talks would go on for some time and that nothing was decided. ';
    const text = `${filler.repeat(30)}Mr Wałęsa and Ms Śliwińska spoke to Mr Źródło.`;
    expect(guessEncoding(encodeIn(text, 'windows-1250')).encoding).toBe('windows-1250');
  });

  it('reads a file far larger than the sample by its middle too', () => {
    const filler = 'plain ASCII words and nothing else, line after line of it\n'.repeat(4000);
    const bytes = encodeIn(`${filler}${texts.russian}\n${filler}`, 'koi8-r');
    expect(guessEncoding(bytes).encoding).toBe('koi8-r');
  });

  it('reads a long line of Chinese, which has no place to cut a sample at', () => {
    const bytes = encodeIn(texts.chinese.repeat(3000), 'gb18030');
    expect(bytes.length).toBeGreaterThan(200_000);
    expect(guessEncoding(bytes).encoding).toBe('gb18030');
  });

  it('says that it is not sure where no browser knows the code page', () => {
    // German in the DOS code page 850.
    const bytes = new Uint8Array(
      [...'sch\u0094n gr\u0081n \u0084hnlich m\u0094gen h\u0094ren f\u0081r'].map((c) => c.charCodeAt(0)),
    );
    expect(guessEncoding(bytes)).toEqual({ encoding: 'windows-1252', confidence: 0 });
  });
});

interface Source {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const folder = 'encodings/node-chardet/src/test/data/encodings';
  const generated = 'encodings/node-chardet/corpus/generated';

  it.each([
    [`${folder}/ascii`, 'utf-8'],
    [`${folder}/utf8`, 'utf-8'],
    [`${folder}/utf16le`, 'utf-16le'],
    [`${folder}/euc_kr`, 'euc-kr'],
    [`${folder}/gb18030`, 'gb18030'],
    [`${folder}/iso88591_en`, 'utf-8'],
    [`${folder}/iso88595_ru`, 'iso-8859-5'],
    [`${folder}/shiftjis`, 'shift_jis'],
    [`${folder}/windows_1250`, 'windows-1250'],
    [`${folder}/windows_1252`, 'windows-1252'],
    [`${folder}/windows_1256`, 'windows-1256'],
    ['encodings/charset_normalizer/sample-english.bom.txt', 'utf-8'],
    ['encodings/charset_normalizer/sample-korean.txt', 'euc-kr'],
  ])('%s is %s', (path, encoding) => {
    expect(decodeBytes(readFileSync(sharedData(path)))).toMatchObject({
      ok: true,
      value: { encoding, replacements: 0 },
    });
  });

  it.each([
    ['sample-greek.txt', /^Η ελληνική αποτελεί τη μητρική/],
    ['sample-hebrew-2.txt', /^אין כמעט ניבים אזוריים/],
  ])('%s reads as it should', (name, beginning) => {
    const result = decodeBytes(readFileSync(sharedData(`encodings/charset_normalizer/${name}`)));
    expect(result.ok && result.value.text).toMatch(beginning);
  });

  it.each([
    ['KOI8-U', 'uk'],
    ['ISO-8859-15', 'fr'],
    ['CP949', 'ko'],
    ['macintosh', 'es'],
    ['IBM866', 'ru'],
  ])('the corpus text in %s reads as it was written', (encoding, language) => {
    const sources: { documents: Source[] } = JSON.parse(
      readFileSync(sharedData('encodings/node-chardet/corpus/test-sources.json'), 'utf8'),
    );
    const source = sources.documents.find((document) => document.language === language);
    const bytes = readFileSync(sharedData(`${generated}/${encoding}/${language}/test/community-garden.bin`));
    expect(decodeBytes(bytes)).toMatchObject({ value: { text: `${source?.title}\n\n${source?.text}\n` } });
  });

  it.each(['utf8-bom', 'utf16be-bom', 'utf16be-nobom', 'utf16le-nobom'])(
    '%s reads as the UTF-8 does',
    (name) => {
      const expected = readFileSync(sharedData('encodings/derived/expected.utf8.txt'), 'utf8').replaceAll(
        '\r\n',
        '\n',
      );
      const result = decodeBytes(readFileSync(sharedData(`encodings/derived/${name}.txt`)));
      expect(result).toMatchObject({ value: { text: expected, replacements: 0 } });
    },
  );
});

describe.skipIf(!hasSharedData)(`every code of an encoding, when chosen${sharedDataNote}`, () => {
  // A browser agrees in all lines; Node's own tables differ from the standard in so many.
  it.each([
    ['gb18030', 0],
    ['shift_jis', 492],
    ['euc-kr', 11_224],
  ])('%s', (encoding, differing) => {
    const name = encoding.replace('-', '_');
    const reference = readFileSync(sharedData(`encodings/${name}_in_ref.txt`), 'utf8').split('\n');
    const result = decodeBytes(readFileSync(sharedData(`encodings/${name}_in.txt`)), encoding);
    if (!result.ok) throw new Error(result.reason.message);
    const lines = result.value.text.split('\n');
    expect(lines).toHaveLength(reference.length);
    expect(lines.filter((line, i) => line !== reference[i]).length).toBeLessThanOrEqual(differing);
  });

  it.each(['windows-1250', 'windows-1252'])('%s as the standard’s index has it', (encoding) => {
    const index = readFileSync(sharedData(`encodings/whatwg/index-${encoding}.txt`), 'utf8');
    const rows = index
      .split('\n')
      .flatMap((row) => /^\s*(\d+)\t0x([0-9A-F]{4})/.exec(row)?.slice(1, 3) ?? []);
    expect(rows).toHaveLength(256);
    for (let i = 0; i < rows.length; i += 2) {
      const bytes = new Uint8Array([0x61, 0x80 + Number(rows[i])]);
      const expected = `a${String.fromCodePoint(Number.parseInt(rows[i + 1] ?? '', 16))}`;
      expect(decodeBytes(bytes, encoding)).toMatchObject({ value: { text: expected } });
    }
  });
});
