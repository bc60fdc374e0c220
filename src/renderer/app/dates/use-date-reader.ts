import { useEffect, useState } from 'react';
import { dateLanguageOf } from '../../../core/dates/date-language.ts';
import type { DateReader } from '../../../core/dates/date-reader.ts';
import { useApplication, useProject } from '../use-application.ts';

/** The reader of words for times that fits the open article; null until it is loaded, which the window's start does not wait for. */
export function useDateReader(): DateReader | null {
  const app = useApplication();
  const text = useProject((state) => state.open?.body.text);
  const [reader, setReader] = useState<DateReader | null>(null);
  useEffect(() => {
    let isWanted = true;
    import('../../../core/dates/load-date-reader.ts')
      .then(({ loadDateReader }) => loadDateReader(dateLanguageOf(text ?? '')))
      .then((loaded) => {
        if (isWanted) setReader(() => loaded);
      })
      .catch(app.reportFault);
    return () => {
      isWanted = false;
    };
  }, [app, text]);
  return reader;
}
