import { useEffect, useMemo, useState } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { ExportSummary } from '../../app/exchange/export-port.ts';
import { holdings, runExport } from '../../app/exchange/run-export.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ArticleChecklist } from './article-checklist.tsx';
import { lossWords } from './loss-words.ts';

type Scope = 'article' | 'selected' | 'project';

/** Which articles, in which format; what the format cannot hold is said before anything is written. */
export function ExportDialog() {
  const app = useApplication();
  const { formats } = app.exporting;
  const project = useProject((state) => state.project);
  const articles = useProject((state) => state.articles);
  const openId = useProject((state) => state.open?.record.id);
  const listed = useMemo(() => listedArticles(articles), [articles]);
  const [formatId, setFormatId] = useState(formats[0]?.id ?? '');
  const [scope, setScope] = useState<Scope>('project');
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    new Set(openId === undefined ? [] : [openId]),
  );
  const chosen = useMemo(() => {
    const ids = listed.map(({ record }) => record.id);
    if (scope === 'article') return ids.filter((id) => id === openId);
    return scope === 'selected' ? ids.filter((id) => selected.has(id)) : ids;
  }, [listed, openId, scope, selected]);
  const summary = useSummary(formatId, chosen);
  const [wantsRest, setWantsRest] = useState(false);
  const [wantsSuggestions, setWantsSuggestions] = useState(false);
  const isLossy = summary !== null && summary.losses.length > 0;
  const format = formats.find(({ id }) => id === formatId);
  const close = () => app.interface.setState({ dialog: null });

  const submit = () => {
    if (format === undefined || chosen.length === 0) return;
    const title = chosen.length === 1 ? articles.get(chosen[0] ?? '')?.record.title : undefined;
    const suggestedName = fileNameOf(title ?? project.name);
    const exporting = async () => {
      const withSuggestions = format.takesSuggestions && wantsSuggestions;
      const request = {
        format,
        articles: chosen,
        suggestedName,
        withRest: isLossy && wantsRest,
        withSuggestions,
      };
      const counted = summary ?? (await app.exporting.summarise(formatId, chosen));
      const other = await runExport(app, { ...request, summary: counted }, close);
      if (other !== undefined) setFormatId(other.id);
    };
    exporting().catch(app.reportFault);
  };

  return (
    <Dialog
      title="Export dataset"
      focusFirst="default"
      onClose={close}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={chosen.length === 0}>
            Export…
          </Button>
        </>
      }
    >
      <SelectField
        label="Format"
        value={formatId}
        options={formats.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setFormatId}
      />
      <ChoiceGroup<Scope>
        label="What to export"
        value={scope}
        onChange={setScope}
        choices={[
          { value: 'project', label: 'The whole project' },
          { value: 'article', label: 'This article', disabled: openId === undefined },
          { value: 'selected', label: 'Selected articles' },
        ]}
      />
      {scope === 'selected' ? (
        <ArticleChecklist articles={listed} selected={selected} onChange={setSelected} />
      ) : null}
      <p aria-live="polite" className="soft">
        {chosen.length === 0
          ? 'No article is selected.'
          : summary === null
            ? 'Counting…'
            : `${holdings(summary)}. ${lossWords(summary.losses)}`}
      </p>
      {isLossy ? (
        <label className="check-field">
          <input
            type="checkbox"
            checked={wantsRest}
            onChange={(event) => setWantsRest(event.target.checked)}
          />
          Put the rest beside it, in a ZIP: what comes back with it is whole again
        </label>
      ) : null}
      {format?.takesSuggestions ? (
        <label className="check-field">
          <input
            type="checkbox"
            checked={wantsSuggestions}
            onChange={(event) => setWantsSuggestions(event.target.checked)}
          />
          {t('views.export.withSuggestions')}
        </label>
      ) : (
        <p className="soft">{t('views.export.noPlaceForSuggestions', { format: format?.name ?? '' })}</p>
      )}
    </Dialog>
  );
}

/** Null while it is being worked out. */
function useSummary(formatId: string, articles: readonly string[]): ExportSummary | null {
  const app = useApplication();
  const [known, setKnown] = useState<{ key: unknown; summary: ExportSummary } | null>(null);
  useEffect(() => {
    let wanted = true;
    app.exporting.summarise(formatId, articles).then(
      (summary) => {
        if (wanted) setKnown({ key: articles, summary });
      },
      (error: unknown) => app.reportFault(error),
    );
    return () => {
      wanted = false;
    };
  }, [app, formatId, articles]);
  return known?.key === articles ? known.summary : null;
}

/** A file name without what file systems refuse. */
function fileNameOf(words: string): string {
  const plain = words
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, 80).replace(/[. ]+$/, '') || 'dataset';
}
