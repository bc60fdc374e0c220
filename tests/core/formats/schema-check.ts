import {
  childElement,
  childElements,
  textContent,
  type XmlElement,
  type XmlNode,
  xmlTree,
} from '../../../src/core/xml/xml-tree.ts';

/** The faults of a document against a schema of XML Schema 1.0, as far as the schema of REFI-QDA uses it: sequences, choices, attributes, patterns and enumerations. */
export function schemaFaults(schemaText: string, documentText: string): string[] {
  const schema = parsed(schemaText);
  const types = new Map(childElements(schema).map((type) => [type.attributes.get('name') ?? '', type]));
  const faults: string[] = [];
  const root = parsed(documentText);
  const declared = childElements(schema, 'element').find(
    ({ attributes }) => attributes.get('name') === root.local,
  );
  if (declared === undefined) return [`<${root.local}> is no root of the schema`];
  check(root, declared.attributes.get('type') ?? '');
  return faults;

  function check(element: XmlElement, type: string): void {
    const definition = types.get(type);
    const say = (fault: string) => faults.push(`line ${element.line}, <${element.local}>: ${fault}`);
    if (definition?.local !== 'complexType') {
      if (childElements(element).length > 0) say('elements in a value');
      const fault = valueFault(type, textContent(element));
      if (fault !== undefined) say(fault);
      return;
    }
    const model = childElement(definition, 'sequence') ?? childElement(definition, 'choice');
    // Where nothing may stand, not even white space may.
    const isText = (child: XmlNode) =>
      typeof child === 'string' && (model === undefined || child.trim() !== '');
    if (element.children.some(isText)) say('text that does not belong there');
    const attributes = new Map(
      childElements(definition, 'attribute').map((one) => [one.attributes.get('name') ?? '', one]),
    );
    for (const [name, value] of element.attributes) {
      if (name.startsWith('{')) continue;
      const attribute = attributes.get(name);
      const fault =
        attribute === undefined
          ? 'it is not declared'
          : valueFault(attribute.attributes.get('type') ?? '', value);
      if (fault !== undefined) say(`attribute ${name}: ${fault}`);
    }
    for (const [name, { attributes: of }] of attributes) {
      if (of.get('use') === 'required' && !element.attributes.has(name)) say(`attribute ${name} is missing`);
    }
    const left = childElements(element);
    if (model !== undefined) consume(model, left, say);
    if (left[0] !== undefined) say(`<${left[0].local}> does not belong there`);
  }

  /** Takes from the front of the list what the model allows there. */
  function consume(model: XmlElement, left: XmlElement[], say: (fault: string) => void): void {
    const [least, most] = occurs(model);
    if (model.local === 'element') {
      const name = model.attributes.get('name') ?? '';
      let count = 0;
      for (; count < most && left[0]?.local === name; count++) {
        const [child] = left.splice(0, 1);
        if (child !== undefined) check(child, model.attributes.get('type') ?? '');
      }
      if (count < least) say(`<${name}> is missing`);
    } else if (model.local === 'sequence') {
      for (const part of childElements(model)) consume(part, left, say);
    } else {
      const names = new Map(childElements(model).map((part) => [part.attributes.get('name'), part]));
      for (let count = 0; count < most; count++) {
        const part = names.get(left[0]?.local);
        if (part === undefined) break;
        consume(part, left, say);
      }
    }
  }

  function valueFault(type: string, value: string): string | undefined {
    const simple = types.get(type);
    const restriction = simple === undefined ? undefined : childElement(simple, 'restriction');
    const say = `“${value.slice(0, 80)}” is no ${type}`;
    if (restriction !== undefined) {
      const pattern = childElement(restriction, 'pattern')?.attributes.get('value');
      if (pattern !== undefined) return new RegExp(`^(?:${pattern})$`).test(value) ? undefined : say;
      const allowed = childElements(restriction, 'enumeration').map(({ attributes }) =>
        attributes.get('value'),
      );
      return allowed.includes(value) ? undefined : say;
    }
    const built = builtIn[type.replace('xsd:', '')];
    return built === undefined || built.test(value) ? undefined : say;
  }
}

const builtIn: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false|1|0)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
};

function occurs({ attributes }: XmlElement): [number, number] {
  const most = attributes.get('maxOccurs') ?? '1';
  return [
    Number(attributes.get('minOccurs') ?? '1'),
    most === 'unbounded' ? Number.POSITIVE_INFINITY : Number(most),
  ];
}

function parsed(text: string): XmlElement {
  const read = xmlTree(text);
  if (!read.ok) throw new Error(`line ${read.reason.line}: ${read.reason.reason}`);
  return read.value;
}
