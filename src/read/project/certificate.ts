import type { Certificate } from '../../core/model/kinds/certificate.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { raw, string, type Raw } from './raw.ts';

export function projectCertificate(object: Raw): Certificate {
  return {
    kind: 'Certificate',
    metadata: projectMeta(object),
    spec: { secretName: string(raw(object['spec'])['secretName']) },
    status: { conditions: projectConditions(raw(object['status'])['conditions']) },
  };
}
