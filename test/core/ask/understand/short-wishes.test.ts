import { describe, expect, it } from 'vitest';
import { understand } from '../../../../src/core/ask/understand/understand.ts';

/** What people type every day, in as few words as it takes; `|` where several readings are right. */
const wishes: readonly (readonly [string, string])[] = [
  ['why does checkout in namespace shop not work?', 'triage'],
  ['and is api broken?', 'triage|explain|scan'],
  ['checkout is broken in shop', 'triage'],
  ['checkout is down', 'triage'],
  ['web has no endpoints', 'triage'],
  ['why is checkout down', 'triage'],
  ['what is wrong with payments in shop', 'triage'],
  ['what is svc web', 'explain'],
  ['explain web', 'explain'],
  ['explain web in shop', 'explain'],
  ['what does the checkout service do', 'explain'],
  ['list services in shop', 'list'],
  ['which services are there in shop', 'list'],
  ['what is broken in shop', 'scan'],
  ['what is broken', 'scan'],
  ['is everything ok in shop?', 'scan'],
  ['scan shop', 'scan'],
  ['how do I expose web', 'decide'],
  ['expose web to the internet', 'decide'],
  ['how do i expose my postgres', 'decide'],
  ['which service type for a udp game server', 'decide'],
  ['yaml for a ClusterIP for web', 'manifest'],
  ['give me a NodePort manifest for web on 8080', 'manifest'],
  ['write a headless service for kafka', 'manifest'],
  ['thanks', 'smalltalk'],
  ['hi', 'smalltalk'],
  ['what can you do', 'smalltalk'],
  ['what is a headless service', 'concept'],
  ['clusterip vs nodeport', 'concept'],
  ['how does kube-proxy work', 'concept'],
  ['what is externalTrafficPolicy', 'concept'],
  ['can web talk to payments?', 'reach|concept|explain'],
  ['can pod web reach payments', 'reach'],
  ['my service gets 502', 'triage'],
  ['connection refused from web to api', 'triage'],
  ['external ip pending', 'triage'],
  ['svc web pending external ip', 'triage'],
  ['dns does not resolve web.shop', 'triage'],
  ['curl web times out', 'triage'],
  ['who can reach web?', 'explain'],
  ['is web reachable from the internet?', 'explain'],
  ['restart web', 'other'],
  ['delete svc web', 'other'],
  ['tell me a joke', 'other'],
  ['how to make web reachable from our vpn', 'decide'],
  ['make web internal', 'decide|manifest'],
  ['what is port vs targetPort', 'concept'],
  ['difference between ingress and loadbalancer', 'concept'],
  ['need an internal load balancer for api on eks', 'decide|manifest'],
  ['how to reach an external database from pods', 'decide'],
];

describe('a short wish', () => {
  it.each(wishes)('"%s" is understood as %s', (text, intents) => {
    expect(intents.split('|')).toContain(understand(text).intent);
  });
});
