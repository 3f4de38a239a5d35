import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docsUrl } from '../../src/action/docs-url.ts'

const sha = 'a'.repeat(40)
for (const [name, environment, wanted] of [
  [
    'a release',
    { GITHUB_ACTION_REPOSITORY: 'octo/sourceip-guard', GITHUB_ACTION_REF: 'v1.2.0' },
    'https://github.com/octo/sourceip-guard/blob/v1.2.0/docs',
  ],
  [
    'a commit, on a server of one’s own',
    { GITHUB_SERVER_URL: 'https://git.example', GITHUB_ACTION_REPOSITORY: 'a/b', GITHUB_ACTION_REF: sha },
    `https://git.example/a/b/blob/${sha}/docs`,
  ],
  [
    'a branch with letters that end a link',
    { GITHUB_ACTION_REPOSITORY: 'a/b', GITHUB_ACTION_REF: 'x/y z#?' },
    'https://github.com/a/b/blob/x/y%20z%23%3F/docs',
  ],
  ['an action from the workflow’s own files', { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' }, undefined],
  ['no ref', { GITHUB_ACTION_REPOSITORY: 'a/b' }, undefined],
  ['what is no repository', { GITHUB_ACTION_REPOSITORY: 'a/b)[x](', GITHUB_ACTION_REF: 'v1' }, undefined],
  ['a runner that says nothing', {}, undefined],
] as const) {
  test(`the pages of ${name}: ${wanted}`, () => assert.equal(docsUrl(environment), wanted))
}
