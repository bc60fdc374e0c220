import { expect, test } from 'vitest';
import { commandIds } from '../../../src/bridge/commands.ts';
import { implementations, runCommand } from '../../../src/renderer/app/command-registry.ts';
import { testApplication } from './test-application.ts';

test('every command of the list has an implementation, and no other has', () => {
  expect([...implementations.keys()].sort()).toEqual([...commandIds].sort());
});

test('a command that cannot be used now does nothing', async () => {
  const { app, faults } = await testApplication();
  await runCommand(app, 'annotation.tag1');
  await runCommand(app, 'file.details');
  expect(app.interface.getState().dialog).toBeNull();
  expect(faults).toEqual([]);
});

test('what goes wrong in a command is reported', async () => {
  const { app, bridge, faults } = await testApplication();
  bridge.overrides['files.choose'] = () => {
    throw new Error('no dialog');
  };
  await runCommand(app, 'file.open');
  expect(faults).toEqual([new Error('no dialog')]);
});
