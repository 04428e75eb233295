import { NETWORKS } from '@face-verify/nets';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import { startEngine } from '../../engine/engine.ts';
import type { EngineRequest } from '../../engine/engine-names.ts';
import { checkNetwork, type NetworkCheck, STEPS } from './check-network.ts';
import { facesOfTwo } from './faces-of-two.ts';

/** What one process tells of one network. */
export interface OwnProcessCheck extends NetworkCheck {
  readonly engine: string;
  /** The most memory that the process held, with the engine itself. */
  readonly peakBytes: number;
}

/** Checks the network and with the engine that its arguments name, and tells the process that started it. */
const [name = '', request] = process.argv.slice(2);
const network = NETWORKS[name]?.();
if (network === undefined || process.send === undefined) throw new Error('This file is started by checkInOwnProcess.');
const engine = await startEngine(request as EngineRequest);
const faces = await facesOfTwo(RESEARCH_CROPS, network.nodes[0].shape[0], STEPS + 1);
const check = await checkNetwork(network, engine, faces);
const answer: OwnProcessCheck = {
  ...check,
  engine: engine.name,
  peakBytes: 1024 * process.resourceUsage().maxRSS,
};
process.send(answer);
