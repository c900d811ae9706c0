import { describeNamedTests } from '../support/named-tests.ts';

describeNamedTests('docs/security.md', 30);
describeNamedTests('docs/operate.md', 15);
