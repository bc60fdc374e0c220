import { useMemo } from 'react';
import { type ConcordanceOrder, inOrder } from '../../../core/search/concordance-order.ts';
import { shownRows } from '../../app/concordance/concordance-state.ts';
import { changeConcordance } from '../../app/concordance/run-concordance.ts';
import { useApplication, useInterface } from '../../app/use-application.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { ConcordanceList } from './concordance-list.tsx';
import { emptyWords } from './concordance-words.ts';

const orders: readonly { readonly value: ConcordanceOrder; readonly label: string }[] = [
  { value: 'article', label: 'By article' },
  { value: 'left', label: 'Left context' },
  { value: 'keyword', label: 'Keyword' },
  { value: 'right', label: 'Right context' },
];

export function ConcordanceResults() {
  const app = useApplication();
  const concordance = useInterface((state) => state.concordance);
  const { rows, gone, order } = concordance;
  const ordered = useMemo(() => inOrder(shownRows({ rows, gone }), order), [rows, gone, order]);
  return (
    <>
      <div className="concordance-order">
        <Segmented
          label="Order of the rows"
          value={order}
          choices={orders}
          onChange={(value) => changeConcordance(app, { order: value })}
        />
      </div>
      {ordered.length === 0 ? (
        <p className="concordance-empty">{emptyWords(concordance)}</p>
      ) : (
        <ConcordanceList rows={ordered} />
      )}
    </>
  );
}
