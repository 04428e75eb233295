import { describe, expect, it } from 'vitest';
import { answerJoin, requestToJoin } from './joining.ts';
import { createOrganisation, keyBytes } from './organisation.ts';

const organisation = await createOrganisation();
const server = { url: 'https://couch.example.org/attendance', user: 'kiosk', password: 'secret' };
const invalid = { code: 'join-invalid' };

describe('a kiosk that joins', () => {
  it('gets the key and the server by two texts that a QR code can hold', async () => {
    const request = await requestToJoin();
    const answer = await answerJoin(` ${request.text}\n`, { organisation, server });
    const admission = await request.open(answer);
    expect(await keyBytes(admission.organisation)).toEqual(await keyBytes(organisation));
    expect(admission.organisation.id).toBe(organisation.id);
    expect(admission.server).toEqual(server);
    expect(answer.length).toBeLessThan(600);
  });

  it('is alone in being able to read the answer', async () => {
    const request = await requestToJoin();
    const answer = await answerJoin(request.text, { organisation });
    await expect((await requestToJoin()).open(answer)).rejects.toMatchObject(invalid);
    expect(answer).not.toContain(organisation.id);
  });

  it('believes no answer that was changed, and nothing else', async () => {
    const request = await requestToJoin();
    const answer = await answerJoin(request.text, { organisation });
    for (const text of [answer.slice(0, -3), answer.replace('FV-ADMIT', 'FV-OTHER'), request.text, '']) {
      await expect(request.open(text)).rejects.toMatchObject(invalid);
    }
  });

  it('is not answered where the text is no request', async () => {
    for (const text of ['', 'FV-JOIN-1:', 'FV-JOIN-1:AAAA', 'https://example.org']) {
      await expect(answerJoin(text, { organisation })).rejects.toMatchObject(invalid);
    }
  });
});
