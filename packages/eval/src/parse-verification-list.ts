import { parseCsvPairs } from './parse-csv-pairs.ts';
import { parseLfwPairs } from './parse-lfw-pairs.ts';
import type { ListedPair } from './verification-list.ts';

/**
 * Reads a verification list of either format: CSV where its first line holds a comma, otherwise LFW's pairs.txt.
 *
 * @throws {EvaluationError} `list-unreadable` with the line's number
 */
export function parseVerificationList(text: string): ListedPair[] {
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1);
  return firstLine.includes(',') ? parseCsvPairs(text) : parseLfwPairs(text);
}
