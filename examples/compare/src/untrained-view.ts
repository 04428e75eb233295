import { part } from './find.ts';
import { formatMegabytes, formatMs } from './format.ts';
import type { UntrainedNetwork } from './untrained.ts';

/** Lists the networks without weights, once the visitor opens the list. */
export function listUntrained(root: HTMLDetailsElement, trained: readonly string[]): void {
  const list = part(root, 'untrained-list', HTMLUListElement);
  root.addEventListener(
    'toggle',
    async () => {
      // Fetched only where it is wanted.
      const { untrainedNetworks } = await import('./untrained.ts');
      list.replaceChildren(...untrainedNetworks(trained).map((network) => row(network, root)));
    },
    { once: true },
  );
}

/** Networks can be timed as long as there is a backend to time them on. */
export function allowTiming(root: HTMLDetailsElement, allowed: boolean): void {
  part(root, 'untrained-timing', HTMLFieldSetElement).disabled = !allowed;
}

function row(network: UntrainedNetwork, root: HTMLDetailsElement): HTMLLIElement {
  const item = document.createElement('li');
  const name = document.createElement('span');
  const size = document.createElement('span');
  const button = document.createElement('button');
  name.textContent = network.name;
  size.className = 'fine';
  size.textContent = formatMegabytes(network.bytes);
  button.type = 'button';
  button.className = 'button small';
  const label = (text: string): void => {
    button.textContent = text;
    button.setAttribute('aria-label', `${network.name}: ${text}`);
  };
  label('Time');
  button.addEventListener('click', async () => {
    label('…');
    allowTiming(root, false);
    label(await describeTime(network));
    allowTiming(root, true);
    button.focus();
  });
  item.append(name, size, button);
  return item;
}

async function describeTime(network: UntrainedNetwork): Promise<string> {
  // Timing holds the page up: the dots are to be seen meanwhile.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  try {
    const latency = await network.time();
    return latency.outcome === 'measured' ? formatMs(latency.medianMs) : latency.reason;
  } catch {
    return 'failed';
  }
}
