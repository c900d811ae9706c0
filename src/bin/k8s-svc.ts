import { quickAnswer } from '../cli/quick-answer.ts';
import { terminalIo } from './terminal-io.ts';
import { version } from './version.ts';

const argv = process.argv.slice(2);
const io = terminalIo();

// Help and version are said before anything big is loaded.
const quick = quickAnswer(argv, io.color, version);
if (quick === undefined) void import('./run-command.ts').then(({ runCommand }) => runCommand(argv, io));
else io.out(quick);
