import { describe, expect, it } from 'vitest';
import { innermost, pullFailure, shortMessage } from '../../../../src/core/model/pods/kubelet-message.ts';

describe('why an image was not pulled', () => {
  it.each([
    ['ErrImagePull', 'docker.io/library/web:9: not found', 'no such image or tag'],
    ['ErrImagePull', 'manifest unknown: manifest tagged by "9" is not found', 'no such image or tag'],
    ['ErrImagePull', 'unexpected status: 401 Unauthorized', 'wants credentials'],
    ['ErrImagePull', 'pull access denied, repository does not exist or may require authorization', 'or it is private'],
    ['ErrImagePull', 'toomanyrequests: You have reached your pull rate limit', 'limits how many pulls'],
    ['ErrImagePull', 'no match for platform in manifest: not found', 'CPU architecture'],
    ['ErrImagePull', 'tls: failed to verify certificate: x509: certificate signed by unknown authority', 'not trusted'],
    ['ErrImagePull', 'dial tcp: lookup registry.example: no such host', 'cannot reach the registry'],
    ['InvalidImageName', 'couldn\'t parse image name "Web:1"', 'not valid'],
    ['ErrImageNeverPull', 'Container image "web:1" is not present with pull policy of Never', 'not on the node'],
  ])('%s with "%s" means: %s', (reason, message, meaning) => {
    expect(pullFailure(reason, message)).toContain(meaning);
  });

  it('is unknown when the message says nothing known', () => {
    expect(pullFailure('ErrImagePull', 'something else')).toBeUndefined();
  });
});

describe('the innermost error', () => {
  it.each([
    [
      'Failed to pull image "r/web:9": rpc error: code = NotFound desc = failed to pull and unpack image "r/web:9": failed to resolve reference "r/web:9": r/web:9: not found',
      'r/web:9: not found',
    ],
    ['Back-off pulling image "r/web:9"', ''],
    ['Back-off pulling image "r/web:9": ErrImagePull: rpc error: code = Unknown desc = denied', 'denied'],
  ])('of %s', (message, inner) => {
    expect(innermost(message)).toBe(inner);
  });
});

describe('a long message', () => {
  it('is one line, cut at a word', () => {
    expect(shortMessage('one\n  two')).toBe('one two');
    expect(shortMessage('word '.repeat(100), 22)).toBe('word word word word …');
  });
});
