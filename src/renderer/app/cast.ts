import type { Entity } from '../../core/model/entity.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Authorship } from '../../core/operations/gestures/authorship.ts';
import type { GestureResult } from '../../core/operations/gestures/gesture.ts';
import type { Application } from './application.ts';
import type { CastSubject } from './interface-state.ts';
import { authorshipNow, perform } from './perform.ts';

const known = new WeakMap<readonly Entity[], ReadonlyMap<Identifier, Entity>>();

/** The members of a cast by their ids. The same map for the same cast. */
export function castById(cast: readonly Entity[]): ReadonlyMap<Identifier, Entity> {
  const found = known.get(cast) ?? new Map(cast.map((entity) => [entity.id, entity]));
  known.set(cast, found);
  return found;
}

/** Opens the view of the cast at one of its members, or at the speakers of whom nobody has said who they are. */
export function openCast(app: Application, castSubject: CastSubject): void {
  app.interface.setState({ view: 'cast', castSubject, drawer: null });
}

/** Performs a gesture on the cast; the span that is current stays so. @returns true when something was changed. */
export function performOnCast(
  app: Application,
  make: (cast: readonly Entity[], by: Authorship, current: Identifier | null) => GestureResult,
): boolean {
  const { entities } = app.workbench.project.getState().project;
  return perform(app, make(entities, authorshipNow(app), app.workbench.focus.getState().currentSpan));
}
