import { InvalidArgumentError } from '@face-verify/headless/command-line';

/** Reads an argument as the name of one of several. @throws what commander tells as a usage error */
export function oneOf<Value>(values: ReadonlyMap<string, Value>): (name: string) => Value {
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new InvalidArgumentError(`There are: ${[...values.keys()].join(', ')}.`);
    return value;
  };
}
