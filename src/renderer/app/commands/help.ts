import type { CommandImplementation } from '../command.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'tools.doctor', run: (app) => app.interface.setState({ dialog: { kind: 'doctor' } }) },
  { id: 'help.keys', run: (app) => app.interface.setState({ dialog: { kind: 'keys' } }) },
  { id: 'help.about', run: (app) => app.interface.setState({ dialog: { kind: 'about' } }) },
];
