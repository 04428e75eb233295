import '@face-verify/element';

const element = document.querySelector('face-verify');
const said = document.querySelector('#said');

element?.addEventListener('face-verify-finished', ({ detail: { code, template } }) => {
  if (said !== null) said.textContent = SENTENCES[code] ?? '';
  if (code !== 'enrolled' || template === undefined) return;
  // From now on whoever is before the camera is compared with who enrolled.
  element.reference = template;
  element.mode = 'verify';
  element.reset();
});

const SENTENCES: Partial<Readonly<Record<string, string>>> = {
  enrolled: 'You are enrolled. Now start again, or let somebody else try.',
  match: 'It is who enrolled.',
  'non-match': 'It is not who enrolled.',
};
