/**
 * The login plug-in (`users[].user.exec`) or token file of the kubeconfig gave no credentials. What the plug-in printed
 * is kept out: it may hold anything.
 */
export class LoginFailed extends Error {
  /** The plug-in's command; undefined when it was a file. */
  readonly command: string | undefined;
  readonly missing: boolean;

  constructor(command: string | undefined, missing: boolean) {
    super('login failed');
    this.name = 'LoginFailed';
    this.command = command;
    this.missing = missing;
  }
}
