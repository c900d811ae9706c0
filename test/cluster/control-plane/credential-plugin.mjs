// A kubeconfig exec plug-in: prints the token it is given as an ExecCredential, and fails without one.
// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
const token = process.argv[2];
if (token === undefined) {
  console.error('the single sign-on session has ended');
  process.exit(1);
}
const expirationTimestamp = new Date(Date.now() + 60 * 60 * 1000).toISOString();
console.log(
  JSON.stringify({
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status: { token, expirationTimestamp },
  }),
);
