import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const robomakerPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'robomaker-s3-ecr',
    title: 'RoboMaker reads the sources of an application from S3 and ECR',
    via: 'robomaker.amazonaws.com',
    entryActions: ['robomaker:CreateRobotApplication', 'robomaker:CreateSimulationApplication'],
    hops: [{ actions: ['s3:GetObject'] }, { actions: ['ecr:BatchGetImage'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSRoboMaker_FullAccess', 2, '2021-09-16')],
  }),
]
