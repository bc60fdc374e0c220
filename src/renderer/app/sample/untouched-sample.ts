import type { AnnotatedArticle } from '../../../core/formats/annotated-article.ts';
import { jsonContent, relationContent, spanContent } from '../../../core/formats/same-content.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Workbench } from '../../store/workbench.ts';

/** The id of the sample article, if it is all that the project holds and nobody has changed anything in it; else none. */
export async function untouchedSample(workbench: Workbench, sample: AnnotatedArticle): Promise<Identifier[]> {
  const { id } = sample.record;
  const { articles } = workbench.project.getState();
  if (articles.size !== 1 || !articles.has(id)) return [];
  const { record, body, spans, relations } = await workbench.readArticle(id);
  const now = { record, body, spans: spans.ordered, relations: [...relations.values()] };
  return contentOf(now) === contentOf(sample) ? [id] : [];
}

/** Equal for articles of which one was made of the other without a hand laid on it. */
function contentOf({ record, body, spans, relations }: AnnotatedArticle): string {
  const { title, trashedAt, metadata } = record;
  return jsonContent({
    title,
    trashedAt,
    metadata,
    text: body.text,
    spans: spans.map(spanContent).sort(),
    relations: relations.map(relationContent).sort(),
  });
}
