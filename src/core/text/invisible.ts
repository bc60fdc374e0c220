/** What an invisible character does: turns the writing direction, takes no width, hides data, controls a device. */
export type InvisibleCategory = 'direction' | 'zero-width' | 'tag' | 'control';

/** A character that is there but cannot be seen. */
export interface Invisible {
  readonly category: InvisibleCategory;
  /** Its Unicode name, in lower case. */
  readonly name: string;
  /** A few letters to be drawn in its place. */
  readonly label: string;
  /** 1 or 2 UTF-16 units. */
  readonly length: number;
}

type Entry = readonly [category: InvisibleCategory, label: string, name: string];

const named: ReadonlyMap<number, Entry> = new Map<number, Entry>([
  [0x00ad, ['zero-width', 'SHY', 'soft hyphen']],
  [0x061c, ['direction', 'ALM', 'arabic letter mark']],
  [0x200b, ['zero-width', 'ZWSP', 'zero width space']],
  [0x200c, ['zero-width', 'ZWNJ', 'zero width non-joiner']],
  [0x200d, ['zero-width', 'ZWJ', 'zero width joiner']],
  [0x200e, ['direction', 'LRM', 'left-to-right mark']],
  [0x200f, ['direction', 'RLM', 'right-to-left mark']],
  [0x202a, ['direction', 'LRE', 'left-to-right embedding']],
  [0x202b, ['direction', 'RLE', 'right-to-left embedding']],
  [0x202c, ['direction', 'PDF', 'pop directional formatting']],
  [0x202d, ['direction', 'LRO', 'left-to-right override']],
  [0x202e, ['direction', 'RLO', 'right-to-left override']],
  [0x2060, ['zero-width', 'WJ', 'word joiner']],
  [0x2066, ['direction', 'LRI', 'left-to-right isolate']],
  [0x2067, ['direction', 'RLI', 'right-to-left isolate']],
  [0x2068, ['direction', 'FSI', 'first strong isolate']],
  [0x2069, ['direction', 'PDI', 'pop directional isolate']],
  [0xfeff, ['zero-width', 'BOM', 'zero width no-break space']],
]);

const c0Labels =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

/**
 * What the code point at `offset` (UTF-16 units) is when it cannot be seen, or undefined. Tab and line feed lay text out and are left alone; so
 * is a joiner's neighbour: whether a ZWJ inside an emoji is to be drawn is the caller's choice.
 */
export function invisibleAt(text: string, offset = 0): Invisible | undefined {
  const codePoint = text.codePointAt(offset);
  if (codePoint === undefined) return undefined;
  const entry = named.get(codePoint) ?? controlEntry(codePoint) ?? tagEntry(codePoint);
  if (entry === undefined) return undefined;
  const [category, label, name] = entry;
  return { category, label, name, length: codePoint > 0xffff ? 2 : 1 };
}

function controlEntry(codePoint: number): Entry | undefined {
  if (codePoint === 0x09 || codePoint === 0x0a) return undefined;
  const hexadecimal = codePoint.toString(16).toUpperCase().padStart(2, '0');
  if (codePoint < 0x20)
    return ['control', c0Labels[codePoint] ?? hexadecimal, `control character ${hexadecimal}`];
  if (codePoint === 0x7f) return ['control', 'DEL', 'delete'];
  if (codePoint >= 0x80 && codePoint <= 0x9f)
    return ['control', hexadecimal, `control character ${hexadecimal}`];
  return undefined;
}

function tagEntry(codePoint: number): Entry | undefined {
  if (codePoint < 0xe0000 || codePoint > 0xe007f) return undefined;
  const ascii = codePoint - 0xe0000;
  if (ascii === 0x7f) return ['tag', 'TAG', 'cancel tag'];
  if (ascii < 0x20) return ['tag', 'TAG', 'language tag'];
  const character = String.fromCharCode(ascii);
  return [
    'tag',
    `TAG ${character === ' ' ? '␠' : character}`,
    `tag ${character === ' ' ? 'space' : character}`,
  ];
}
