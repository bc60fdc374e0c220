import { useMemo, useState } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import { mergeable, mergeSpans } from '../../../core/operations/gestures/change-fragments.ts';
import { performInArticle } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { spanOptions } from '../../panels/span-option.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';

/** Chooses the annotation of the same tag whose text becomes fragments of this one; the nearest stands first, so that Enter is enough. */
export function MergeDialog({ spanId }: { readonly spanId: Identifier }) {
  const app = useApplication();
  const open = useProject((state) => state.open);
  const tagSet = useProject((state) => state.project.tagSet);
  const [query, setQuery] = useState('');
  const others = useMemo(() => {
    const span = open?.spans.get(spanId);
    return open === null || span === undefined ? [] : mergeable(open, span);
  }, [open, spanId]);
  const options = useMemo(() => spanOptions(tagSet, others, query), [tagSet, others, query]);
  const close = () => app.interface.setState({ dialog: null });
  const choose = (id: string) => {
    close();
    performInArticle(app, (article, by) => {
      const [span, other] = [article.spans.get(spanId), article.spans.get(id)];
      if (span === undefined || other === undefined)
        return { ok: false, reason: { code: 'missing', message: 'That annotation is gone.' } };
      return mergeSpans(article, span, other, by);
    });
  };
  return (
    <Dialog title="Merge annotations" onClose={close} actions={<Button onClick={close}>Cancel</Button>}>
      <p className="soft">The text of the one you choose becomes part of the selected annotation.</p>
      <FilteredListbox
        label="Merge with"
        inputLabel="Filter annotations to merge with"
        placeholder="Nearest first; type to filter"
        query={query}
        onQuery={setQuery}
        options={options}
        empty={others.length === 0 ? 'No other annotation has the same tag.' : 'Nothing matches.'}
        onChoose={choose}
      />
    </Dialog>
  );
}
