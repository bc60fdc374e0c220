import { useMemo } from 'react';
import { useProject } from '../../app/use-application.ts';
import { type Scanned, useScan } from '../../app/use-scan.ts';
import type { DecisionsByRule } from '../../workers/scan/rule-decisions.ts';

const nothing: DecisionsByRule = new Map();

/** What was decided in the whole project about what each rule proposed. */
export function useRuleDecisions(): Scanned<DecisionsByRule> {
  const tagSet = useProject((state) => state.project.tagSet);
  const args = useMemo(
    () => ({ claimTags: tagSet.relationTypes.find(({ id }) => id === 'says')?.to ?? [] }),
    [tagSet],
  );
  return useScan('ruleDecisions', args, nothing, latest);
}

function latest(_before: DecisionsByRule, batch: DecisionsByRule): DecisionsByRule {
  return batch;
}
