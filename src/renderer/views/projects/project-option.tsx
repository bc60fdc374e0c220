import type { ListedProject } from '../../../bridge/projects.ts';
import { dateFormat } from '../../../core/messages/date-format.ts';
import { count } from '../../../core/text/number-words.ts';

const time = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

interface ProjectOptionProps {
  readonly project: ListedProject;
  readonly isOpen: boolean;
}

/** A project in a list: its name, what is in it, and when it was last worked in. */
export function ProjectOption({ project, isOpen }: ProjectOptionProps) {
  const { name, articles, annotations, openedAt } = project;
  const when = isOpen ? 'open now' : openedAt === null ? 'not opened yet' : time.format(new Date(openedAt));
  return (
    <>
      <bdi className="listbox-option-words">{name}</bdi>{' '}
      <span className="project-facts">
        {count(articles, 'article')}, {count(annotations, 'annotation')} · {when}
      </span>
    </>
  );
}
