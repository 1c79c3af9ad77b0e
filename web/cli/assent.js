#!/usr/bin/env node
// assent: from a policy file to what a site serves, and the questions one has on the way.
// Exit codes: 0 all is well · 1 the policy has errors · 2 the command or its files are at fault.
import { parseArgs } from 'node:util';
import { commands, usage } from './commands.js';
import { Trouble } from './trouble.js';

const run = async ([name, ...rest]) => {
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    console.log(usage());
    return 0;
  }
  const command = commands[name];
  if (!command) throw new Trouble(`There is no command "${name}".\n\n${usage()}`);
  let parsed;
  try {
    parsed = parseArgs({ args: rest, options: command.options, allowPositionals: true });
  } catch (error) {
    throw new Trouble(`${error.message}\n\nassent ${name} ${command.arguments}`);
  }
  if (parsed.positionals.length !== command.count) throw new Trouble(`usage: assent ${name} ${command.arguments}`);
  return command.run(parsed.positionals, parsed.values);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`assent: ${error.message}`);
  process.exitCode = 2;
}
