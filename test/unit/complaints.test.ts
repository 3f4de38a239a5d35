import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertTestExists } from './named-tests.ts'

const action = 'test/e2e/action.test.ts'
const lifeCycle = 'test/e2e/life-cycle.test.ts'
const delivery = 'test/e2e/delivery.test.ts'
const deliver = 'test/unit/report/deliver.test.ts'

/** What users of other bots complain about, what the guard does instead, and the test that shows it. */
const complaints: readonly [threads: string, complaint: string, answer: string, file: string, name: string][] = [
  [
    'parkerbxyz/suggest-changes#28, #48, #64',
    'the job crashes: the line must be part of the diff',
    'places are computed from the patch, and a refusal fails nothing',
    delivery,
    'a statement half outside the diff gets its comment on the part inside, with the patch as a diff',
  ],
  [
    'alibaba/open-code-review#624',
    'a refused review became many single comments',
    'one more try without what is proven bad, the rest in the summary',
    delivery,
    'a review that GitHub refuses becomes no heap of single comments: the summary tells all',
  ],
  [
    'reviewdog/reviewdog#568, houndci/hound#1203',
    'comments on what is fixed stay for ever',
    'they are marked and folded away',
    deliver,
    'what is fixed is marked and folded away, and a suggestion in it is none any more',
  ],
  [
    'reviewdog/reviewdog#1150',
    'the same is posted on every run and rebase',
    'a fingerprint without lines',
    lifeCycle,
    'a force-push and a rebase keep what was said',
  ],
  [
    'jackfirth/resyntax#224, EXXETA/trufos#902',
    'accepting one suggestion posts all the others again',
    'what is said already stays as it is',
    lifeCycle,
    'accepting one of three suggestions posts none of the others again',
  ],
  [
    'derailed-dash/gemini-review-action#40',
    'open threads of the bot block the merge',
    'threads can be resolved, or the summary alone be posted',
    lifeCycle,
    'threads are resolved where that is asked for',
  ],
  [
    'reviewdog/reviewdog#1696, #2150',
    'it dies with 406 on large pull requests',
    'the list of files and blobs, never the diff as a whole',
    delivery,
    'requests stay within what was promised: four, one for each 100 files, two for each candidate; two writes',
  ],
  [
    'actions/dependency-review-action#730',
    'the report is too long, so nothing is posted',
    'a budget with the marker in it, cut between findings',
    deliver,
    'the summary is never longer than GitHub takes, and is cut between findings',
  ],
  [
    'actions/dependency-review-action#456, projen/projen#4930',
    'the required check hangs in the merge queue',
    'merge_group is looked at',
    action,
    'a merge group is judged and not commented',
  ],
  [
    'cosmos/cosmos-sdk#26675, NVIDIA/OpenShell#3277',
    'a wrong base blames the pull request for old problems',
    'the merge base is compared',
    action,
    'content before the change is that of the merge base, not of the tip of the base branch',
  ],
  [
    'super-linter/super-linter#1897, oxsecurity/megalinter#2711',
    'noise about 403 on forks',
    'one notice, and the summary of the job',
    action,
    'a token that may only read gives the same verdict, one notice and no noise',
  ],
  [
    'microsoft/accessibility-insights-action#631, reviewdog/reviewdog#403',
    'the check shows up under another workflow',
    'the job is the check: no check run is made',
    lifeCycle,
    'accepting one of three suggestions posts none of the others again',
  ],
  [
    'infracost/actions#60',
    'the comment of another job is overwritten',
    'a key of what the run looks at, matched as a whole',
    lifeCycle,
    'runs that look at other files leave each other alone',
  ],
  [
    'anthropics/claude-code-action#960, phwt/sonarqube-quality-gate-action#38',
    'a new comment in every run with another token',
    'the token is asked whose it is',
    lifeCycle,
    'the token of another account has comments of its own, and finds them again',
  ],
  [
    'runatlantis/atlantis#4932, alibaba/open-code-review#158',
    'secondary rate limits',
    'few writes, one after another, and limits are waited for',
    delivery,
    'limits are waited for as long as GitHub asks, by reads and by writes',
  ],
  [
    'expo/expo-cli#2191, github/opensourcefriday#287',
    'a comment that says that all is fine',
    'nothing is said before there is a finding',
    action,
    'a change without policies costs few requests and says nothing',
  ],
  [
    'aquasecurity/trivy-action#270, bridgecrewio/checkov-action#76',
    'old debt fails new pull requests',
    'what was so before is a notice; suppressions need a reason and a day',
    delivery,
    'a suppression counts until its day; from then on the finding is back and says why',
  ],
  [
    'withcoral/coral#224',
    'results in the Security tab alone go unnoticed, the job is green',
    'the job fails; SARIF comes on top',
    action,
    'the log, the summary and the reports tell the same',
  ],
  [
    'github/privileged-requester#177, lightspeedwp/.github#2844',
    'a pull request edits the rules that judge it',
    'the base’s configuration counts, and what the change would do is told',
    delivery,
    'a pull request that changes the configuration is told what that would do',
  ],
  [
    'aquasecurity/tfsec-pr-commenter-action#61, #81',
    'the action downloads its tool at run time',
    'all is in the bundle, and GitHub’s API the only host',
    action,
    'GitHub Enterprise Server is served at its own address',
  ],
  [
    'danger/danger-js#1134, #656',
    'of parallel comments only the first lands',
    'one review in one request',
    delivery,
    'above the limit the gravest are commented, and the summary tells the others in full',
  ],
  [
    'actions/create-github-app-token#274',
    'a new runtime in a minor release broke old servers',
    'the README names the runner that is needed',
    'test/unit/complaints.test.ts',
    'the README names the runner that is needed',
  ],
  [
    'parkerbxyz/suggest-changes#36',
    'a request for changes never goes away',
    'reviews only comment',
    action,
    'the Deny of the mission gets one comment, and once its suggestion is committed the check passes',
  ],
  [
    'w3c-fedid/digital-credentials#572',
    'a committed suggestion changed the line ends',
    'line ends of Windows are told, and mixed ones get no suggestion',
    'test/unit/report/review-comments.test.ts',
    'where line ends are mixed around the change there is no suggestion',
  ],
]

for (const [threads, complaint, answer, file, name] of complaints) {
  test(`${complaint} (${threads}): ${answer}`, () => {
    assertTestExists(file, name)
  })
}

test('every complaint has an answer of its own', () => {
  assert.equal(complaints.length, 24)
  assert.equal(new Set(complaints.map(([, , answer]) => answer)).size, 24)
})

test('the README names the runner that is needed', () => {
  assert.match(readFileSync('README.md', 'utf8'), /The runner must know Node 24: version 2\.327\.1 or newer/)
  assert.match(readFileSync('action.yml', 'utf8'), /^ {2}using: node24$/m)
})

test('no write but comments is ever made: no check runs, no statuses, no approvals', () => {
  const posting = readFileSync('src/github/posting.ts', 'utf8') + readFileSync('src/github/client.ts', 'utf8')
  const calls = [...posting.matchAll(/writing\.rest\.(\w+\.\w+)/g)].map(([, call]) => call)
  assert.deepEqual(calls, [
    'pulls.createReview',
    'pulls.createReviewComment',
    'pulls.createReplyForReviewComment',
    'issues.createComment',
    'pulls.deletePendingReview',
  ])
  assert.match(posting, /event: 'COMMENT'/)
})
