import type { Messages } from '../../messages/messages.ts';
import { StoreError } from '../../store/store-error.ts';

/** What to say of something that the store did not do. Mistakes of this program are thrown on. */
export function tellFailure(error: unknown, { app }: Messages): string {
  if (error instanceof StoreError) return app.errors[error.code];
  throw error;
}
