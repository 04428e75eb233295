import type { FaceVerifyMode } from './face-verify-mode.ts';
import type { Locale, Message } from './locales/locale.ts';

/** So many of the longest are laid out unseen: which of them takes the most lines depends on the width. */
const COUNT = 20;
/** Titles are larger than details. */
const TITLE_WEIGHT = 1.4;

/** The messages that take the most room of all that may be shown, so that none moves what is below it. */
export function roomiestMessages(locale: Locale, mode: FaceVerifyMode): readonly Message[] {
  const weight = ({ title, detail }: Message) => TITLE_WEIGHT * title.length + detail.length;
  return [...messagesOf(locale, mode)].sort((a, b) => weight(b) - weight(a)).slice(0, COUNT);
}

/** All that may be shown. */
export function messagesOf(locale: Locale, mode: FaceVerifyMode): readonly Message[] {
  const { phases, hints, challenges, camera, results, liveness, failed } = locale;
  const title = (text: string): Message => ({ title: text, detail: '' });
  return [
    locale.intro[mode],
    locale.unsupported,
    ...[phases, camera, results].flatMap((group) => Object.values(group)),
    ...[hints, challenges].flatMap((group) => Object.values(group).map(title)),
    title(locale.rest),
    ...[...Object.values(liveness), locale.photographRefused, failed.setup].map((detail) => ({
      ...results.inconclusive,
      detail,
    })),
    ...[failed.network, failed.device, failed.setup, failed.other].map((detail) => ({ title: failed.title, detail })),
  ];
}
