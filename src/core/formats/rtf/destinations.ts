/** What becomes of the text in a group. */
export type Destination =
  | 'text'
  /** Not read. */
  | 'nothing'
  | 'fonts'
  | 'styles'
  /** The mark or number of a list item, which the list makes. */
  | 'itemMark'
  | 'note'
  | 'textBox'
  /** A property of the document. */
  | 'title'
  | 'author'
  | 'subject'
  | 'keywords'
  | 'company'
  | 'created';

/** Groups that begin with one of these words, marked with `\*` or not (RTF Specification 1.9.1, appendix C). */
const named: ReadonlyMap<string, Destination> = new Map(
  (
    [
      [
        'nothing',
        'colortbl filetbl revtbl listtable listoverridetable rsidtbl generator pict object header headerl headerr headerf footer footerl footerr footerf fldinst xe tc tcn rxe bkmkstart bkmkend themedata colorschememapping datastore latentstyles panose falt fname mmathPr nonshppict shppict sp info template operator category manager doccomm hlinkbase private1 ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pnseclvl pn annotation atnid atnauthor atndate atntime atnref atnicn atrfstart atrfend sv sn userprops xmlnstbl wgrffmtfilter docvar background pgptbl formfield datafield blipuid oldcprops oldpprops oldtprops oldsprops listpicture expandedcolortbl protusertbl',
      ],
      ['fonts', 'fonttbl'],
      ['styles', 'stylesheet'],
      ['itemMark', 'listtext pntext'],
      ['note', 'footnote'],
      ['textBox', 'shptxt'],
      ['title', 'title'],
      ['author', 'author'],
      ['subject', 'subject'],
      ['keywords', 'keywords'],
      ['company', 'company'],
      ['created', 'creatim'],
      ['text', 'shp shpinst shprslt do dptxbxtext objresult result fldrslt field'],
    ] as const
  ).flatMap(([destination, words]) =>
    words.split(' ').map((word): [string, Destination] => [word, destination]),
  ),
);

/** The destination that a word begins; undefined when it begins none. */
export function destinationOf(word: string): Destination | undefined {
  return named.get(word);
}

/** Properties of the document stand in a group that is not read otherwise. */
export const properties: ReadonlySet<Destination> = new Set<Destination>([
  'title',
  'author',
  'subject',
  'keywords',
  'company',
  'created',
]);
