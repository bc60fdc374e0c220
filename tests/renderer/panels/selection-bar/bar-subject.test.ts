import { expect, test } from 'vitest';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { untaggedArticle } from '../../../../src/core/operations/project-state.ts';
import { barSubject } from '../../../../src/renderer/panels/selection-bar/bar-subject.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { spanOf } from '../../fakes/project.ts';

const article = articleOf('Anna said so', 'a');
const span = spanOf(article, 's', 0, 4, 'speaker');
const project = {
  open: { ...untaggedArticle(article.record, article.body), spans: SpanIndex.of([span]) },
  saving: { kind: 'saved' },
} as const;
const focus = (anchor: number, end: number, currentSpan: string | null = null) => ({
  selection: { anchor, focus: end },
  currentSpan,
});

test('there is none for a caret, an article that is not there, or a project that is only read', () => {
  expect(barSubject(project, focus(3, 3, 's'), 'auto')).toBeNull();
  expect(barSubject({ ...project, open: null }, focus(0, 4), 'auto')).toBeNull();
  expect(
    barSubject({ ...project, saving: { kind: 'readOnly', message: '' } }, focus(0, 4), 'auto'),
  ).toBeNull();
  expect(barSubject(project, focus(0, 4), 'putAway')).toBeNull();
});

test('a selection in either direction is to be tagged', () => {
  expect(barSubject(project, focus(9, 5), 'auto')).toMatchObject({ kind: 'selection', start: 5, end: 9 });
});

test('a selection that is the current span is to be changed; another one may be added to it', () => {
  expect(barSubject(project, focus(0, 4, 's'), 'auto')).toMatchObject({ kind: 'span', span });
  expect(barSubject(project, focus(5, 9, 's'), 'auto')).toMatchObject({ kind: 'selection', span });
});

test('asking for another tag shows the current span, whatever is selected', () => {
  expect(barSubject(project, focus(9, 9, 's'), 'retag')).toMatchObject({ kind: 'retag', start: 0, end: 4 });
  expect(barSubject(project, focus(9, 9), 'retag')).toBeNull();
});
