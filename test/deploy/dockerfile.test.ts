import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finalStage, instructions } from './support/dockerfile.ts';
import { root, run } from './support/render.ts';

const final = finalStage();
const of = (name: string) => final.filter((one) => one.name === name).map(({ words }) => words);

describe('the Dockerfile', () => {
  it('passes hadolint, with no rule set aside', () => {
    const { code, output } = run('hadolint', ['--no-color', 'Dockerfile']);
    expect(output).toBe('');
    expect(code).toBe(0);
    expect(readFileSync(`${root}Dockerfile`, 'utf8')).not.toContain('hadolint ignore');
  });

  it('is judged by rules that find something', () => {
    const { code, output } = run('hadolint', ['--no-color', '-'], 'FROM debian:latest\nRUN cd /tmp && sudo ls\n');
    expect(code).toBe(1);
    expect(output).toContain('DL3007');
  });

  it('takes both bases as arguments, for a digest', () => {
    const from = instructions()
      .filter(({ name }) => name === 'FROM')
      .map(({ words }) => words);
    expect(from).toEqual(['${BUILD_IMAGE} AS build', '${BASE_IMAGE}']);
    expect(instructions().find(({ words }) => words.startsWith('BASE_IMAGE='))?.words).toMatch(/distroless.*:nonroot$/u);
  });

  it('runs nothing in the final stage, which has no shell, and adds nothing from anywhere else', () => {
    expect(of('RUN')).toEqual([]);
    expect(of('ADD')).toEqual([]);
    for (const words of of('COPY')) expect(words).toMatch(/^--from=build \/k8s-svc\//u);
    for (const name of ['CMD', 'ENTRYPOINT']) for (const words of of(name)) expect(JSON.parse(words)).toBeInstanceOf(Array);
  });

  it('runs as a user that is not root, and is asked for its health by itself', () => {
    expect(of('USER')).toEqual(['65532:65532']);
    expect(of('ENTRYPOINT')).toEqual(['["/nodejs/bin/node", "/app/k8s-svc.mjs"]']);
    expect(of('CMD')).toEqual(['["serve"]']);
    expect(of('HEALTHCHECK')[0]).toMatch(/CMD \["\/nodejs\/bin\/node", "\/app\/k8s-svc\.mjs", "healthcheck"\]$/u);
  });

  it('says what it is in OCI labels', () => {
    const labels = of('LABEL').join(' ');
    for (const label of ['title', 'description', 'licenses', 'version', 'revision', 'source', 'created']) {
      expect(labels).toContain(`org.opencontainers.image.${label}=`);
    }
  });

  it('sends the builder no more than it copies', () => {
    const sent = readFileSync(`${root}.dockerignore`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = instructions()
      .filter(({ name, words }) => name === 'COPY' && !words.startsWith('--from'))
      .flatMap(({ words }) => words.split(' ').slice(0, -1));
    expect(sent.toSorted()).toEqual(copied.toSorted());
  });
});
