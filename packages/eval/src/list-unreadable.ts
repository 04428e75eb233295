import { EvaluationError } from './evaluation-error.ts';

/**
 * The error for a list that does not follow its format. It tells the line and never its text, which may hold the
 * names of people.
 *
 * @param line - from 1
 */
export function listUnreadable(line: number, problem: string): EvaluationError {
  return new EvaluationError('list-unreadable', `Line ${line} of the list: ${problem}`, { details: { line } });
}
