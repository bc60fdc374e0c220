import { app, dialog } from 'electron';
import { runApplication } from './application.ts';
import { startRequest } from './files/command-line.ts';
import { contentOrigin, startProcess } from './start-process.ts';

const request = startRequest(process.argv, process.cwd(), app.isPackaged);
const origin = contentOrigin();
const start = startProcess(request, origin);
if (start === 'started') runApplication(request, origin);
else {
  if (start === 'no answer') {
    dialog.showErrorBox(
      'Ascribe is already open',
      'It has this profile open and does not answer. Nothing was opened or changed. Wait until it answers, or end it, and start again.',
    );
  }
  app.exit(start === 'no answer' ? 1 : 0);
}
