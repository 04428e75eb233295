import path from 'node:path';
import { Command } from '@face-verify/headless/command-line';
import { REPOSITORY } from '@face-verify/repository';
import { runFile } from './run-file.ts';

const SCRIPT = path.join(REPOSITORY, 'packages', 'training', 'engine', 'build-native-engine.sh');

export const buildEngineCommand = () =>
  new Command('build-engine')
    .summary('build the native engine, where its own installer cannot download it')
    .description(
      "Builds @tensorflow/tfjs-node in .cache/engine, with TensorFlow's library from PyPI's tensorflow-cpu wheel. Needs " +
        "Node's headers, g++ and python3 with pip; takes a minute and 1.5 GB of disk. Can be run again.",
    )
    .action(() => runFile('bash', [SCRIPT]));
