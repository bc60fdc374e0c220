import { appArguments } from './runtime/app-arguments.mjs';
import { ensureBuild } from './runtime/build.mjs';
import { runChild } from './runtime/child.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { needsDisplay, openDisplay } from './runtime/display.mjs';
import { describeElectron, electronEnvironment, findElectron, lookForOfficial } from './runtime/electron.mjs';
import { callerFolder, projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { runCommand } from './runtime/setup-failure.mjs';
import { ensureSystemPackages } from './runtime/system-packages.mjs';

await runCommand(async () => {
  await ensureDependencies();
  ensureSystemPackages({ needsDisplay: needsDisplay() });
  const electron = await findElectron({ mayAsk: false });
  const switches = sandboxSwitches(electron.executable);
  await ensureBuild();
  const display = needsDisplay() ? await openDisplay() : undefined;
  try {
    if (display) say(`There is no display: drawing on an Xvfb of its own, ${display.env.DISPLAY}.`);
    say(describeElectron(electron));
    const typed = appArguments(process.argv.slice(2), callerFolder());
    const running = runChild(electron.executable, [...switches, projectRoot, ...typed], {
      cwd: callerFolder(),
      env: electronEnvironment(display?.env),
    });
    const looking = lookForOfficial(electron);
    const code = await running;
    await looking;
    return code;
  } finally {
    display?.close();
  }
});
