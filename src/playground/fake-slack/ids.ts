/** Ids that look like Slack's (`B07…`): a prefix that tells the kind and a counter, so that runs are repeatable. */
export function createIds(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}0K8${count.toString(36).toUpperCase().padStart(6, '0')}`;
  };
}
