import { readFile } from 'node:fs/promises';
import { homedir, hostname, release, userInfo } from 'node:os';
import { basename } from 'node:path';
import { app } from 'electron';
import { channels } from '../../bridge/channels.ts';
import { errorCode } from '../disk/file-layer.ts';
import { endedSupport } from '../electron-support.ts';
import type { OpenedFiles } from '../files/opened-files.ts';
import { serve } from '../ipc-gate.ts';
import type { SettingsFile } from '../profile/settings-file.ts';
import { errorReport } from '../report/error-report.ts';
import { redactLog } from '../report/redact-log.ts';

interface HelpDeps {
  readonly settings: SettingsFile;
  readonly opened: OpenedFiles;
  readonly appFolder: string;
  readonly noticesFile: string;
  readonly recentLog: () => string;
}

/** What the app tells of itself. */
export function helpChannels({ settings, opened, appFolder, noticesFile, recentLog }: HelpDeps) {
  return {
    'report.make': serve(channels['report.make'], ({ counts, saving, words }) => {
      const { electron, chrome, node } = process.versions;
      const at = new Date();
      return {
        text: errorReport({
          at,
          versions: {
            app: app.getVersion(),
            isPackaged: app.isPackaged,
            electron,
            electronSupportEnded: endedSupport(electron, at),
            chromium: chrome,
            node,
            system: `${process.platform} ${release()}, ${process.arch}`,
          },
          saving,
          counts,
          settings: settings.current,
          log: redactLog(recentLog(), { appFolder, words: [...words, ...opened.names(), ...namesHere()] }),
        }),
      };
    }),
    'notices.read': serve(channels['notices.read'], async () => {
      try {
        return { text: await readFile(noticesFile, 'utf8') };
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return { text: null };
        throw error;
      }
    }),
  };
}

/** What the person and the machine are called. */
function namesHere(): string[] {
  return [basename(homedir()), hostname(), nameOfUser()];
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a user without an entry in the system's list
  }
}
