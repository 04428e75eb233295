import { guardProcess, processTerminal, runProgram } from '@face-verify/headless/command-line';

// The commands are loaded below this line, so that it holds for what fails while loading, too.
guardProcess();
const { labProgram } = await import('./lab-program.ts');
const terminal = processTerminal();
process.exitCode = await runProgram(labProgram(terminal), process.argv.slice(2), terminal);
