import { css } from 'lit';

/** What the tabs of records share. */
export const recordLists = css`
  :host {
    display: block;
  }

  input[type='date'] {
    inline-size: auto;
  }

  .day {
    font-size: 1.25rem;
  }

  .arrow {
    display: inline-block;
    font-size: 1.5rem;
    line-height: 1;
  }

  .counts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 12rem));
    gap: 0.75rem;
  }

  .counts .card {
    padding: 0.75rem clamp(0.5rem, 3vw, 1rem);
  }

  dt {
    color: var(--muted);
    font-size: 0.875rem;
  }

  dd {
    font-size: 1.75rem;
    font-weight: 640;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: 1rem;
    align-items: start;
  }

  .list {
    padding: 1rem 0 0;
    overflow: hidden;
  }

  .list:not(:has(h2)) {
    padding-block-start: 0;
  }

  .list:not(:has(h2)) [role='listitem']:first-child {
    border-block-start: 0;
  }

  .list h2,
  .list p {
    padding: 0 1.25rem 0.75rem;
  }

  [role='listitem'] {
    inline-size: 100%;
  }

  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 1.25rem;
    border: 0;
    border-block-start: 1px solid var(--line);
    border-radius: 0;
    font-weight: 400;
    text-align: start;
  }

  .line:focus-visible {
    outline-offset: -3px;
  }

  .name {
    overflow-wrap: anywhere;
  }

  .times {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .struck {
    color: var(--muted);
    text-decoration: line-through;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.25rem;
  }
`;
