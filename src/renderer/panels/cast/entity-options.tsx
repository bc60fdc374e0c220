import { useMemo, useState } from 'react';
import { pronounKind } from '../../../core/cast/pronouns.ts';
import { type ProposalReason, rankEntities } from '../../../core/cast/rank-entities.ts';
import { t } from '../../../core/messages/translate.ts';
import type { Entity } from '../../../core/model/entity.ts';
import { useInterface, useProject } from '../../app/use-application.ts';
import { offered, type WhoSubject } from '../../app/who-is-it.ts';
import { FilteredListbox, type ListboxOption } from '../../ui/filtered-listbox.tsx';
import './cast-popup.css';

export interface EntityOptionsProps {
  /** Whose words the guesses are about. */
  readonly subject: WhoSubject;
  /** Who it is now, if anybody. */
  readonly chosen: Entity | undefined;
  readonly onChoose: (entity: Entity) => void;
  readonly onNew: (name: string) => void;
  /** Left out where nothing is to be cleared. */
  readonly onNobody?: (() => void) | undefined;
}

/** Reasons that say nothing of the words at hand: Enter is then to make somebody new, not to take whoever stands first. */
const farFetched: ReadonlySet<ProposalReason> = new Set(['inArticle', 'recent', 'cast']);

const newId = '+';
const nobodyId = '-';

const reasons: Readonly<Record<ProposalReason, string>> = {
  name: t('panels.cast.sameName'),
  sameWords: t('panels.cast.sameWordsHere'),
  mentionedBefore: t('panels.cast.namedLast'),
  partOfName: t('panels.cast.partOfTheName'),
  role: t('panels.cast.role'),
  inArticle: t('panels.cast.inThisArticle'),
  recent: t('panels.cast.lately'),
  cast: '',
};

/** The cast as answers to "who is it?", the best guess first and so chosen by Enter; a new member of that name first where nothing in the cast is like the words, else last. */
export function EntityOptions({ subject, chosen, onChoose, onNew, onNobody }: EntityOptionsProps) {
  const cast = useProject((state) => state.project.entities);
  const recent = useInterface((state) => state.recentEntities);
  const [query, setQuery] = useState('');
  const ranked = useMemo(() => rankEntities({ ...subject, cast, recent }), [subject, cast, recent]);
  const proposals = useMemo(() => offered(ranked, query), [ranked, query]);
  const name = (query.trim() === '' ? subject.words : query).replace(/\s+/g, ' ').trim();
  const known = proposals.map(({ entity, reason }) => ({
    id: `e${entity.id}`,
    content: (
      <>
        <span className="listbox-option-words">
          <bdi>{entity.name}</bdi>
          {entity.role === '' ? null : <bdi className="cast-option-role"> {entity.role}</bdi>}
        </span>
        <span className="cast-option-reason">
          {entity.id === chosen?.id ? t('panels.cast.now') : reasons[reason]}
        </span>
      </>
    ),
  }));
  const nobody: ListboxOption[] =
    onNobody !== undefined && query === ''
      ? [
          {
            id: nobodyId,
            content: <span className="listbox-option-words">{t('panels.cast.nobodyClearIt')}</span>,
          },
        ]
      : [];
  const added: ListboxOption[] =
    name === ''
      ? []
      : [
          {
            id: newId,
            content: (
              <span className="listbox-option-words">
                {t('panels.cast.new')}
                <bdi>{name}</bdi>”
              </span>
            ),
          },
        ];
  const isGuess = proposals[0] === undefined || farFetched.has(proposals[0].reason);
  const options =
    isGuess && query === '' && chosen === undefined && pronounKind(subject.words) === undefined
      ? [...added, ...known, ...nobody]
      : [...known, ...nobody, ...added];
  return (
    <FilteredListbox
      label={t('panels.cast.cast')}
      inputLabel={t('panels.cast.whoIsIt')}
      placeholder={t('panels.cast.enterForTheFirstOr')}
      query={query}
      onQuery={setQuery}
      options={options}
      empty={t('panels.cast.typeAName')}
      onChoose={(id) => {
        if (id === newId) onNew(name);
        else if (id === nobodyId) onNobody?.();
        else {
          const entity = cast.find((candidate) => `e${candidate.id}` === id);
          if (entity !== undefined) onChoose(entity);
        }
      }}
    />
  );
}
