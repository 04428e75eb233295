import type { VerificationResult } from 'face-verify';
import { renderComparedFaces } from './compared-faces.ts';
import type { ComparisonState, Verdict } from './comparison.ts';
import { explainError, explainRefusal, NOT_TRAINED } from './explain.ts';
import { find, part } from './find.ts';
import { SIDE_LABEL } from './photograph.ts';
import { renderSimilarity } from './similarity-scale.ts';
import { writeText } from './write-text.ts';

interface Headline {
  /** Also names the icon and the colours. */
  readonly outcome: 'idle' | 'working' | 'match' | 'non-match' | 'inconclusive' | 'error';
  readonly word: string;
  readonly sentence: string;
}

/** Shows the verdict as word, icon and colour, with the reason and the similarity behind it. */
export function renderResult(root: HTMLElement, { engine, sides, verdict }: ComparisonState): void {
  const { outcome, word, sentence } = headline(verdict, sides);
  root.dataset.outcome = outcome;
  writeText(part(root, 'word', HTMLElement), word);
  writeText(part(root, 'sentence', HTMLElement), sentence);
  part(root, 'icon', SVGUseElement).setAttribute('href', `#icon-${outcome}`);

  const code = codeOf(verdict);
  part(root, 'code-line', HTMLElement).hidden = code === undefined;
  part(root, 'code', HTMLElement).textContent = code ?? '';
  find(root, '[data-testid="retry"]', HTMLButtonElement).hidden = engine.status !== 'failed';

  const threshold = engine.status === 'ready' ? engine.verifier.threshold : undefined;
  renderSimilarity(part(root, 'similarity', HTMLElement), threshold, similarityOf(verdict));
  renderComparedFaces(part(root, 'compared', HTMLElement), sides);
}

function headline(verdict: Verdict, sides: ComparisonState['sides']): Headline {
  switch (verdict.status) {
    case 'idle': {
      const missing =
        sides.probe.status === 'empty' && sides.reference.status === 'empty' ? 'two photographs' : 'one more';
      return { outcome: 'idle', word: `Add ${missing}`, sentence: 'The comparison starts by itself.' };
    }
    case 'working':
      return { outcome: 'working', word: 'Comparing', sentence: 'Finding, straightening and measuring the faces.' };
    case 'failed': {
      const { what, whatToDo } = explainError(verdict.error.code);
      const where = verdict.side === undefined ? '' : `${SIDE_LABEL[verdict.side]}: `;
      return { outcome: 'error', word: 'Not compared', sentence: `${where}${what} ${whatToDo}` };
    }
    case 'decided':
      return decidedHeadline(verdict.result);
  }
}

function decidedHeadline(result: VerificationResult): Headline {
  switch (result.outcome) {
    case 'match':
      return {
        outcome: 'match',
        word: 'Match',
        sentence: 'The faces are similar enough to count as one person’s.',
      };
    case 'non-match':
      return {
        outcome: 'non-match',
        word: 'Non-match',
        sentence: 'The faces are not similar enough to count as one person’s.',
      };
    case 'inconclusive': {
      const { what, whatToDo } = 'side' in result ? explainRefusal(result.reason, result.side) : NOT_TRAINED;
      return { outcome: 'inconclusive', word: 'Inconclusive', sentence: `${what} ${whatToDo}` };
    }
  }
}

function codeOf(verdict: Verdict): string | undefined {
  if (verdict.status === 'failed') return verdict.error.code;
  if (verdict.status !== 'decided' || verdict.result.outcome !== 'inconclusive') return undefined;
  return verdict.result.reason;
}

function similarityOf(verdict: Verdict): number | undefined {
  if (verdict.status !== 'decided' || verdict.result.outcome === 'inconclusive') return undefined;
  return verdict.result.similarity;
}
