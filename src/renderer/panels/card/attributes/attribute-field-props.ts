import type { AttributeDefinition } from '../../../../core/model/attribute-definition.ts';
import type { Span } from '../../../../core/model/span.ts';

/** What every field for an attribute is given. */
export interface AttributeFieldProps {
  readonly span: Span;
  readonly definition: AttributeDefinition;
  readonly readOnly: boolean;
}

/** A field that is also given the value, of the attribute's type. */
export interface ValueFieldProps<Value> extends AttributeFieldProps {
  readonly value: Value | undefined;
}
