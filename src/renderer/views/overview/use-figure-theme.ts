import { useMemo } from 'react';
import { useSettings } from '../../app/use-application.ts';
import { useMedia } from '../../app/use-media.ts';
import type { FigureTheme } from './figure.ts';

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The colours in force, made anew when the theme changes. */
export function useFigureTheme(): FigureTheme {
  const theme = useSettings((settings) => settings.theme);
  const systemIsDark = useMedia(prefersDark);
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark);
  return useMemo(() => {
    // Style sheets name colours for both themes; only the engine knows which of them it draws.
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.colorScheme = isDark ? 'dark' : 'light';
    const colour = (name: string) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const colours = {
      ink: colour('ink'),
      soft: colour('soft'),
      line: colour('line'),
      paper: colour('paper'),
      accent: colour('accent'),
      accentWash: colour('accent-wash'),
      ok: colour('ok'),
      warning: colour('warning'),
      // Written unescaped into a quoted attribute of the picture's SVG.
      font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
      isDark,
    };
    probe.remove();
    return colours;
  }, [isDark]);
}
