import 'face-verify/element';
import type { FaceVerifyEventMap } from 'face-verify/element';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { sign } from './sign';

function CheckIn() {
  const [said, say] = useState('');
  const finished = ({ detail }: FaceVerifyEventMap['face-verify-finished']) => say(detail.code);
  const send = async (form: FormData) => {
    const { ok } = await fetch('/check-in', { method: 'POST', body: form });
    say(ok ? 'Checked in' : 'Not checked in');
  };
  return (
    <form action={send}>
      <face-verify name="proof" required reference="/me.jpg" sign={sign} onface-verify-finished={finished}>
        <a slot="alternative" href="#pin">
          Use a PIN instead
        </a>
      </face-verify>
      <button type="submit">Check in</button>
      <output>{said}</output>
    </form>
  );
}

const root = document.querySelector('#app');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <CheckIn />
    </StrictMode>,
  );
