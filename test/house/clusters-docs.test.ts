import { describeNamedTests } from '../support/named-tests.ts';

describeNamedTests('docs/clusters.md', 35);
