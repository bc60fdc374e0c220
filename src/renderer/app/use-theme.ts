import { useEffect } from 'react';
import { useSettings } from './use-application.ts';

/** Puts theme and zoom in force on the whole document. */
export function useTheme(): void {
  const theme = useSettings((settings) => settings.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
