/** Sentences that stand in the notes of many paths. */
export const inferredEntry =
  'That the call exists is shown by a managed policy of AWS’s; which call of the user leads to it is inferred.'
export const callerPermission =
  'The guide says that the caller needs the permission; that the service uses the credentials of the caller follows from it.'
export const registeredPermission =
  'Taken from the permissions that CloudFormation registers for the resource type; which service makes which of the calls is inferred.'
