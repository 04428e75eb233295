import type { Shape } from '../shape.ts';
import { type Activation, activate } from './activation.ts';
import { plainKind, type Source } from './node-kind.ts';

/** An activation on its own, where no filter before it can take it: after a sum. */
export interface ActivateNode {
  readonly kind: 'activate';
  readonly input: number;
  readonly activation: Activation;
  readonly shape: Shape;
}

export function activateNode({ id, shape }: Source, activation: Activation): ActivateNode {
  return { kind: 'activate', input: id, activation, shape };
}

export const ACTIVATE = plainKind<ActivateNode, readonly [number]>(({ activation }, [x]) => activate(x, activation));
