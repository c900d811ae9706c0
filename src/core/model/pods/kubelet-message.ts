/** One line, without what repeats the object's own name; cut at a word. For messages of kubelet, scheduler and webhooks. */
export function shortMessage(message: string, most = 220): string {
  const line = message.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`;
}

/** Drops the layers that each program puts before the error of the one below it. */
export function innermost(message: string): string {
  return shortMessage(
    message
      .replace(/^Back-off pulling image "[^"]*":?\s*/u, '')
      .replaceAll(/(?:ErrImagePull|RegistryUnavailable|SignatureValidationFailed):\s*/gu, '')
      .replace(/^Failed to pull image "[^"]*":?\s*/iu, '')
      .replaceAll(/rpc error: code = \w+ desc = /gu, '')
      .replaceAll(/failed to (?:pull and unpack|resolve|pull) (?:image|reference) "[^"]*":\s*/giu, '')
      .replaceAll(/Error response from daemon:\s*/gu, ''),
  );
}

/** Why an image did not come, in words; undefined when the message tells nothing known. */
export function pullFailure(reason: string, message: string): string | undefined {
  if (reason === 'InvalidImageName') return 'the name of the image is not valid';
  if (reason === 'ErrImageNeverPull') return 'imagePullPolicy is Never and the image is not on the node';
  return pullFailures.find(([pattern]) => pattern.test(message))?.[1];
}

const pullFailures: readonly (readonly [RegExp, string])[] = [
  [/toomanyrequests|too many requests|rate.?limit|\b429\b/iu, 'the registry limits how many pulls it allows'],
  [/no match for platform|no matching manifest|exec format/iu, "there is no image for the node's CPU architecture"],
  [/x509|certificate|tls: /iu, 'the certificate of the registry is not trusted'],
  [/server gave HTTP response to HTTPS client/iu, 'the registry speaks HTTP and HTTPS was expected'],
  [
    /repository does not exist or may require|insufficient_scope|pull access denied/iu,
    'there is no such repository, or it is private and the pod has no credentials for it',
  ],
  [/not found|manifest unknown|name unknown|does not exist|\b404\b/iu, 'the registry has no such image or tag'],
  [
    /unauthorized|authentication required|no basic auth|denied|forbidden|\b40[13]\b/iu,
    'the registry wants credentials that the pod does not have',
  ],
  [
    /no such host|dial tcp|i\/o timeout|connection refused|deadline exceeded|no route to host|server misbehaving/iu,
    'the node cannot reach the registry',
  ],
  [/no space left/iu, 'the disk of the node is full'],
  [/signature/iu, 'the signature of the image does not verify'],
];
