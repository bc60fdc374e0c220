/** One type of a section of `annotation.conf` with its arguments: role → types that may fill it. Names are as they are written. */
export interface ConfiguredType {
  readonly name: string;
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

export type Section = 'entities' | 'relations' | 'events' | 'attributes';
export type AnnotationConf = Readonly<Record<Section, readonly ConfiguredType[]>>;

/** Macros put in one another could make gigabytes of a few lines. UTF-16 units. */
const longestLine = 100_000;

/**
 * Reads brat’s `annotation.conf` (https://brat.nlplab.org/configuration.html): sections of types, one a line, with arguments as `Role:Type|Type`. Macros
 * (`<POG>=Person|GPE`) are put in; hierarchy, counts and marks of the user interface do not matter here. What is not understood is passed over.
 */
export function readAnnotationConf(conf: string): AnnotationConf {
  const sections: Record<Section, ConfiguredType[]> = {
    entities: [],
    relations: [],
    events: [],
    attributes: [],
  };
  let section: Section | undefined;
  let macros: (readonly [name: string, value: string])[] = [];
  for (const line of conf.split(/\r?\n/)) {
    if (/^\s*(#|$|-+\s*$)/.test(line)) continue;
    const heading = /^\s*\[(.*)\]\s*$/.exec(line);
    if (heading !== null) {
      section = sectionOf(heading[1]);
      macros = [];
      continue;
    }
    const macro = /^(<[a-zA-Z_-]+>)=\s*(.*)$/.exec(line);
    if (macro !== null) macros.push([macro[1] ?? '', (macro[2] ?? '').trim()]);
    else if (section !== undefined) {
      const type = typeOf(macros.reduce(expanded, line));
      if (type !== undefined) sections[section].push(type);
    }
  }
  return sections;
}

function sectionOf(name: string | undefined): Section | undefined {
  return name === 'entities' || name === 'relations' || name === 'events' || name === 'attributes'
    ? name
    : undefined;
}

function expanded(line: string, [name, value]: readonly [string, string]): string {
  const result = line.replaceAll(name, () => value);
  return result.length > longestLine ? line : result;
}

/** `Be-born Person-Arg:Person, Place-Arg?:GPE`; of a type’s several names the first counts. */
function typeOf(line: string): ConfiguredType | undefined {
  const [, names = '', rest = ''] = /^\s*(\S+)(.*)$/s.exec(line) ?? [];
  const name = (names.split('|')[0] ?? '').replace(/^!/, '');
  if (name === '') return undefined;
  const roles = new Map<string, readonly string[]>();
  for (const argument of rest.split(',')) {
    const colon = argument.indexOf(':');
    const role = argument
      .slice(0, Math.max(colon, 0))
      .trim()
      .replace(/[?*+]$/, '')
      .replace(/\{[^{}]*\}$/, '');
    const types = argument
      .slice(colon + 1)
      .trim()
      .split('|')
      .filter((type) => type !== '');
    if (role !== '' && types.length > 0) roles.set(role, types);
  }
  return { name, roles };
}
