import { SetupError } from './console-step.mjs';

/** Whether a version such as 20.19.1 is one that the program runs on. */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** Ends with a message that says what to do when Node is too old: its own errors would be unreadable. */
export function checkNode(version = process.versions.node) {
  if (isSupported(version)) return;
  throw new SetupError(
    `Tifa needs Node.js 20.19 or later; this is ${version}.\n` +
      'What to do: install a current one from https://nodejs.org (or "nvm install 22"), then try again.',
  );
}
