import type { EmbedderCard, Threshold } from 'face-verify';

/** A trained embedder that the page can load. */
export interface ShippedModel {
  readonly id: string;
  readonly architecture: string;
  readonly bytes: number;
  /** Area under the ROC curve on people never trained on, where the card has one. */
  readonly auc: number | undefined;
  /** What decisions use; undefined where the model has none for {@link TARGET_FMR}. */
  readonly threshold: Threshold | undefined;
}

/** The rate that the page decides at. */
export const TARGET_FMR = 0.001;

/** The models that are served are those of this folder; see `faceVerifyAssets`. */
const CARDS = import.meta.glob<EmbedderCard | { readonly kind: 'points' }>('../../../models/*/card.json', {
  eager: true,
  import: 'default',
});

/** Every trained embedder, the best first. */
export const SHIPPED_MODELS: readonly ShippedModel[] = Object.values(CARDS)
  .flatMap((card) => (card.kind === 'embedder' ? describe(card) : []))
  .sort((a, b) => (b.auc ?? 0) - (a.auc ?? 0));

function describe({ id, architecture, weights, metrics, thresholds }: EmbedderCard): ShippedModel {
  return {
    id,
    architecture,
    bytes: weights.bytes,
    auc: aucOf(metrics.val),
    threshold: thresholds.find(({ targetFmr }) => targetFmr === TARGET_FMR),
  };
}

function aucOf(measured: unknown): number | undefined {
  const value = (measured as { readonly auc?: { readonly value?: unknown } } | undefined)?.auc?.value;
  return typeof value === 'number' ? value : undefined;
}
