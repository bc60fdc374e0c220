import { app } from 'electron';
import { runApplication } from './application.ts';
import { startRequest } from './files/command-line.ts';
import { contentOrigin, startProcess } from './start-process.ts';

const request = startRequest(process.argv, process.cwd(), app.isPackaged);
const origin = contentOrigin();
if (startProcess(request, origin)) runApplication(request, origin);
else app.exit(0);
