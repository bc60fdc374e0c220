import { useEffect, useState } from 'react';
import type { Span } from '../../../core/model/span.ts';
import { useApplication } from '../../app/use-application.ts';
import type { Workbench } from '../../store/workbench.ts';

/**
 * Spans of any articles as they stand now; null while they are read.
 * @param read the same function for the same spans
 */
export function useSpans(read: (workbench: Workbench) => Promise<Span[]>): readonly Span[] | null {
  const app = useApplication();
  const [spans, setSpans] = useState<readonly Span[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    setSpans(null);
    read(app.workbench).then((found) => {
      if (isWanted) setSpans(found);
    }, app.reportFault);
    return () => {
      isWanted = false;
    };
  }, [app, read]);
  return spans;
}
