import { useMemo } from 'react';
import type { Span } from '../../../core/model/span.ts';
import { useProject } from '../../app/use-application.ts';
import { subjectOf } from '../../app/who-is-it.ts';
import { EntityOptions, type EntityOptionsProps } from './entity-options.tsx';

interface SpanOptionsProps extends Omit<EntityOptionsProps, 'subject'> {
  readonly span: Span;
}

/** Who a span of the open article may be. */
export function SpanOptions({ span, ...rest }: SpanOptionsProps) {
  const open = useProject((state) => state.open);
  const subject = useMemo(() => subjectOf(open, span), [open, span]);
  return <EntityOptions subject={subject} {...rest} />;
}
