/** Probes that a test need not wait for. */
export const QUICK_PROBE = { connectedMs: 300, unreachableMs: 100, patienceMs: 3000 };
