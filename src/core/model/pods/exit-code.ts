/**
 * What a container's exit code says about its end, for a sentence: "exit code 137: killed (SIGKILL)".
 * Source: kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/ and the shells' 128 + signal rule
 */
export function exitCodeMeaning(exitCode: number): string {
  const known: Readonly<Record<number, string>> = {
    0: 'the process ended without an error, although it should keep running',
    1: 'the application ended with an error',
    2: 'the application ended with an error, often a wrong argument',
    125: 'the container runtime failed to start it',
    126: 'the command was found but cannot be run',
    127: 'the command was not found in the image',
    128: 'the container could not be started',
    134: 'the process aborted (SIGABRT)',
    137: 'the process was killed (SIGKILL)',
    139: 'segmentation fault (SIGSEGV)',
    143: 'the process was told to stop (SIGTERM)',
  };
  const meaning = known[exitCode];
  if (meaning !== undefined) return meaning;
  return exitCode > 128 && exitCode < 160
    ? `the process was ended by signal ${exitCode - 128}`
    : 'the application ended with an error';
}
