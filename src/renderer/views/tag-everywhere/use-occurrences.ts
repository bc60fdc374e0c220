import { useEffect, useState } from 'react';
import type { Query } from '../../../core/search/query.ts';
import { emptyConcordance } from '../../app/concordance/concordance-state.ts';
import { scanArguments } from '../../app/concordance/scan-arguments.ts';
import { useApplication } from '../../app/use-application.ts';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';

/** More places than this are not tagged in one step: nobody looks through them. */
export const mostOccurrences = 5_000;

export interface Occurrences {
  readonly rows: readonly ConcordanceRow[];
  readonly found: number;
  readonly isSearching: boolean;
  readonly problem: string | null;
}

const nothing: Occurrences = { rows: [], found: 0, isSearching: true, problem: null };

/** Where the words stand, in one article or in all of them. */
export function useOccurrences(query: Query, articleId: string | null): Occurrences {
  const app = useApplication();
  const [occurrences, setOccurrences] = useState(nothing);
  useEffect(() => {
    const abort = new AbortController();
    const run = async () => {
      const search = { ...emptyConcordance.search, query };
      const args = scanArguments(app, search, { mostRows: mostOccurrences, contextLength: 60 });
      const articles = args.articles.filter(({ id }) => articleId === null || id === articleId);
      let now = nothing;
      try {
        for await (const batch of app.scans.run('concordance', { ...args, articles }, abort.signal)) {
          now = { ...now, found: batch.found, problem: batch.problem, rows: [...now.rows, ...batch.rows] };
          if (!abort.signal.aborted) setOccurrences(now);
        }
      } catch (error) {
        now = { ...now, problem: error instanceof Error ? error.message : String(error) };
      }
      if (!abort.signal.aborted) setOccurrences({ ...now, isSearching: false });
    };
    const timer = setTimeout(() => void run(), 200);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [app, query, articleId]);
  return occurrences;
}
