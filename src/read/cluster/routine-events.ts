/** Reasons of events that tell that all goes its way, several for each pod: nothing asks for them, and they are most of the list. */
const routine = [
  'Scheduled',
  'Pulling',
  'Pulled',
  'Created',
  'Started',
  'SuccessfulCreate',
  'SuccessfulDelete',
  'ScalingReplicaSet',
] as const;

/** Asks the API server to leave them out. */
export const eventsOfInterest = routine.map((reason) => `reason!=${reason}`).join(',');
