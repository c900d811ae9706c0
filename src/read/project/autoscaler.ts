import type { HorizontalPodAutoscaler } from '../../core/model/kinds/autoscaler.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { number, raw, string, type Raw } from './raw.ts';

export function projectAutoscaler(object: Raw): HorizontalPodAutoscaler {
  const spec = raw(object['spec']);
  const target = raw(spec['scaleTargetRef']);
  return {
    kind: 'HorizontalPodAutoscaler',
    metadata: projectMeta(object),
    spec: {
      target: { kind: string(target['kind']), name: string(target['name']) },
      minReplicas: number(spec['minReplicas'], 1),
      maxReplicas: number(spec['maxReplicas'], 1),
    },
    status: { conditions: projectConditions(raw(object['status'])['conditions']) },
  };
}
