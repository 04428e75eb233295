import { css } from 'lit';

/** What all views share: each has a shadow root, which styles of the page do not reach. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
  }

  ul,
  ol {
    padding: 0;
    list-style: none;
  }

  h1 {
    font-size: 1.5rem;
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  h2 {
    font-size: 1.0625rem;
    font-weight: 640;
  }

  a {
    color: var(--accent);
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  button,
  .button {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: center;
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--edge);
    border-radius: var(--round-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-weight: 560;
    text-decoration: none;
    cursor: pointer;
  }

  button:hover:not(:disabled),
  .button:hover {
    background: var(--accent-tint);
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  .primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }

  .danger {
    border-color: var(--bad);
    color: var(--bad);
  }

  .danger:hover:not(:disabled) {
    background: var(--bad-tint);
  }

  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-tint);
    color: var(--accent);
  }

  .quiet {
    border-color: transparent;
    background: none;
  }

  label,
  .field {
    display: grid;
    gap: 0.25rem;
    font-weight: 560;
  }

  .check {
    display: flex;
    gap: 0.625rem;
    align-items: start;
    font-weight: 400;
  }

  .check .help {
    display: block;
  }

  .check input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.125rem 0 0;
    flex: none;
    accent-color: var(--accent);
  }

  input:not([type='checkbox'], [type='radio'], [type='range'], [type='file']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: var(--round-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-weight: 400;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-weight: 560;
  }

  .help,
  .fine {
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 400;
    text-wrap: pretty;
  }

  .error {
    color: var(--bad);
    font-size: 0.875rem;
    font-weight: 560;
  }

  .card {
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--card);
    box-shadow: var(--lift);
  }

  .stack {
    display: grid;
    gap: 1rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }

  .spread {
    justify-content: space-between;
  }

  .badge {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border-radius: 1rem;
    background: var(--well);
    color: var(--ink);
    font-size: 0.8125rem;
    font-weight: 560;
    white-space: nowrap;
  }

  .badge.good {
    background: var(--good-tint);
    color: var(--good);
  }

  .badge.bad {
    background: var(--bad-tint);
    color: var(--bad);
  }

  .badge.unsure {
    background: var(--unsure-tint);
    color: var(--unsure);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }

  th {
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 560;
  }

  dialog {
    inline-size: min(34rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    padding: 1.5rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--card);
    color: var(--ink);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
