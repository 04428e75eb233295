import { FaceVerifyError } from '@face-verify/core';

/** @param address - one that this process's server lent */
export async function fetchPhotograph(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new FaceVerifyError('asset-unavailable', 'The photograph could not be read from the disk.');
  return response.blob();
}
