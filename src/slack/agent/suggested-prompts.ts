/** What the agent view offers to press before anything was said; Slack takes four. */
export const suggestedPrompts = [
  { title: 'What is broken?', message: 'scan -A' },
  { title: 'Expose a workload', message: 'How do I expose web to the internet?' },
  { title: 'Why does it not answer?', message: 'Why can nobody reach checkout?' },
  { title: 'Who reaches whom?', message: 'Can web reach postgres?' },
] as const;
