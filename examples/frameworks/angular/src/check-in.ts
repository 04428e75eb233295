import 'face-verify/element';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { FaceVerifyEventMap } from 'face-verify/element';
import { sign } from './sign';

@Component({
  selector: 'check-in',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form (submit)="send($event)">
      <face-verify name="proof" required reference="/me.jpg" [sign]="sign" (face-verify-finished)="finished($event)">
        <a slot="alternative" href="#pin">Use a PIN instead</a>
      </face-verify>
      <button type="submit">Check in</button>
      <output>{{ said() }}</output>
    </form>
  `,
})
export class CheckIn {
  readonly said = signal('');
  readonly sign = sign;

  finished({ detail }: FaceVerifyEventMap['face-verify-finished']): void {
    this.said.set(detail.code);
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = new FormData(event.target as HTMLFormElement);
    const { ok } = await fetch('/check-in', { method: 'POST', body });
    this.said.set(ok ? 'Checked in' : 'Not checked in');
  }
}
