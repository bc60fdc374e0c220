import { t } from '../../../core/messages/translate.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { useProject } from '../../app/use-application.ts';
import { attributedClaims } from '../attributed-claims.ts';

/** How much is tagged in the open article, and what is left to do. */
export function ArticleCounts() {
  const words = useProject(({ open, articles, project }) => {
    if (open === null) return '';
    const counts = articles.get(open.record.id)?.counts ?? {};
    const total = Object.values(counts).reduce((sum, number) => sum + number, 0);
    const claims = attributedClaims(open, project.tagSet, counts);
    if (claims === null || claims.claims === 0)
      return t('panels.statusBar.annotations', { annotations: total });
    return t('panels.statusBar.annotationsAttributedOfClaimsAttributed', {
      annotations: total,
      attributed: grouped(claims.attributed),
      claims: claims.claims,
    });
  });
  return <span className="article-counts">{words}</span>;
}
