import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../../bridge/settings.ts';
import type { FocusSlice, ProjectSlice } from '../store/workbench-state.ts';
import type { Application } from './application.ts';
import type { InterfaceState } from './interface-state.ts';

export const ApplicationContext = createContext<Application | null>(null);

/** @throws outside the provider, which is at the root. */
export function useApplication(): Application {
  const app = useContext(ApplicationContext);
  if (app === null) throw new Error('components stand inside the application: the root provides it');
  return app;
}

export function useProject<Value>(select: (state: ProjectSlice) => Value): Value {
  return useStore(useApplication().workbench.project, select);
}

export function useFocusState<Value>(select: (state: FocusSlice) => Value): Value {
  return useStore(useApplication().workbench.focus, select);
}

export function useSettings<Value>(select: (state: Settings) => Value): Value {
  return useStore(useApplication().settings.store, select);
}

export function useInterface<Value>(select: (state: InterfaceState) => Value): Value {
  return useStore(useApplication().interface, select);
}
