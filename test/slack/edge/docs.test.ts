import { describeNamedTests } from '../../support/named-tests.ts';

describeNamedTests('docs/slack.md', 26);
describeNamedTests('docs/access.md', 5);
