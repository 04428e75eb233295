import { Command, type CommandUnknownOpts, type Terminal } from '@face-verify/headless/command-line';
import { benchEnginesCommand } from './bench-engines.ts';
import { buildEngineCommand } from './build-engine.ts';
import { calibrateCommand } from './calibrate.ts';
import { checkNetworksCommand } from './check-networks.ts';
import { compareBackendsCommand } from './compare-backends.ts';
import { countCommand } from './count.ts';
import { evaluateModelCommand } from './evaluate-model.ts';
import { exportCommand } from './export.ts';
import { fitFaceWidthCommand } from './fit-face-width.ts';
import { importDetectorCommand } from './import-detector.ts';
import { labelCommand } from './label.ts';
import { measureConditionsCommand } from './measure-conditions.ts';
import { measureFilmsCommand } from './measure-films.ts';
import { measureIdentificationCommand } from './measure-identification.ts';
import { measureKioskCommand } from './measure-kiosk.ts';
import { measureLivenessCommand } from './measure-liveness.ts';
import { measureNormsCommand } from './measure-norms.ts';
import { measureSoakCommand } from './measure-soak.ts';
import { measureTransactionsCommand } from './measure-transactions.ts';
import { plotCommand } from './plot.ts';
import { prepareCommand } from './prepare.ts';
import { renderFixturesCommand } from './render-fixtures.ts';
import { teachCommand } from './teach.ts';
import { trainCommand } from './train.ts';
import { trainSeriesCommand } from './train-series.ts';
import { writeDetectorsCommand } from './write-detectors.ts';
import { writeGalleriesCommand } from './write-galleries.ts';
import { writeKernelsCommand } from './write-kernels.ts';
import { writeLossesCommand } from './write-losses.ts';
import { writeZooCommand } from './write-zoo.ts';

/** In the order in which a weight file is made. A command only describes itself here; what it needs it loads when run. */
const GROUPS: Readonly<Record<string, readonly ((terminal: Terminal) => CommandUnknownOpts)[]>> = {
  'Data:': [prepareCommand, labelCommand, teachCommand],
  'Engine:': [buildEngineCommand, benchEnginesCommand],
  'Training:': [trainCommand, trainSeriesCommand, plotCommand],
  'Weights:': [
    exportCommand,
    importDetectorCommand,
    evaluateModelCommand,
    calibrateCommand,
    measureConditionsCommand,
    measureFilmsCommand,
    measureNormsCommand,
    measureTransactionsCommand,
    fitFaceWidthCommand,
    measureIdentificationCommand,
  ],
  'Networks and pages:': [
    countCommand,
    checkNetworksCommand,
    compareBackendsCommand,
    writeLossesCommand,
    writeZooCommand,
    writeDetectorsCommand,
    writeGalleriesCommand,
    writeKernelsCommand,
    renderFixturesCommand,
    measureLivenessCommand,
    measureSoakCommand,
    measureKioskCommand,
  ],
};

/** Everything that is done in this repository beside what the SDK's users do. */
export function labProgram(terminal: Terminal): CommandUnknownOpts {
  const lab = new Command('npm run -s lab --')
    .usage('<command> [options]')
    .description('The laboratory: makes, measures and documents the weights and networks of face-verify.')
    .configureHelp({ subcommandTerm: nameWithArguments })
    .addHelpText('after', '\nWhat a command takes: npm run -s lab -- <command> --help')
    .addHelpText('after', '\nExit status: 0, 3 for an error, 130 for Ctrl-C; what else a command has, its help says.');
  for (const [group, commands] of Object.entries(GROUPS)) {
    for (const command of commands) lab.addCommand(command(terminal).helpGroup(group));
  }
  return lab;
}

/** Every command has options, so the list need not say so. */
function nameWithArguments(command: CommandUnknownOpts): string {
  const words = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}
