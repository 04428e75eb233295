#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.ts';

const here = (path: string) => fileURLToPath(new URL(/* @vite-ignore */ path, import.meta.url));
const { version }: { readonly version: string } = JSON.parse(await readFile(here('../package.json'), 'utf8'));

process.exitCode = await runCommand(process.argv.slice(2), { packaged: here('./assets'), version, print: console.log });
