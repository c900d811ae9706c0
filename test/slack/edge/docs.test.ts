import { describeNamedTests } from '../../support/named-tests.ts';

describeNamedTests('docs/slack.md', 26);
