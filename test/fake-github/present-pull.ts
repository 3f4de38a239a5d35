import { presentAccount, presentRepository } from './present-repository.ts'
import { account, changedFiles, commitsOf, forkOwner, type Pull, type World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

function pullLinks(world: World, pull: Pull): Json {
  const repository = `${world.api}/repos/${world.owner}/${world.name}`
  const self = `${repository}/pulls/${pull.number}`
  return {
    url: self,
    html_url: `${world.web}/${world.owner}/${world.name}/pull/${pull.number}`,
    issue_url: `${repository}/issues/${pull.number}`,
    comments_url: `${repository}/issues/${pull.number}/comments`,
    review_comments_url: `${self}/comments`,
    review_comment_url: `${repository}/pulls/comments{/number}`,
    commits_url: `${self}/commits`,
    statuses_url: `${repository}/statuses/${pull.headSha}`,
  }
}

function end(world: World, pull: Pull, which: 'head' | 'base'): Json {
  const fork = which === 'head' && pull.fork
  const owner = fork ? forkOwner : account(world.owner)
  const ref = pull[which]
  return {
    label: `${owner.login}:${ref}`,
    ref,
    sha: which === 'head' ? pull.headSha : pull.baseSha,
    user: presentAccount(world, owner),
    repo: presentRepository(world, fork),
  }
}

/** A pull request as it stands in a list. */
export function presentSimplePull(world: World, pull: Pull): Json {
  const links = pullLinks(world, pull)
  const named = ['html', 'issue', 'comments', 'review_comments', 'review_comment', 'commits', 'statuses']
  return {
    ...links,
    id: 1_500_000_000 + pull.number,
    node_id: `PR_${pull.number}`,
    diff_url: `${links['html_url']}.diff`,
    patch_url: `${links['html_url']}.patch`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: presentAccount(world, pull.author),
    body: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.state === 'closed' ? pull.updatedAt : null,
    merged_at: null,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.draft,
    head: end(world, pull, 'head'),
    base: end(world, pull, 'base'),
    _links: {
      self: { href: links['url'] },
      ...Object.fromEntries(named.map((name) => [name, { href: links[`${name}_url`] }])),
    },
    author_association: pull.fork ? 'FIRST_TIME_CONTRIBUTOR' : 'MEMBER',
    auto_merge: null,
    active_lock_reason: null,
  }
}

/** A pull request as "get a pull request" and the `pull_request` event give it. */
export function presentPull(world: World, pull: Pull): Json {
  const files = changedFiles(world, pull)
  const sum = (key: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[key], 0)
  return {
    ...presentSimplePull(world, pull),
    merged: false,
    mergeable: null, // GitHub works it out in the background; the first answer is always null
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
    comments: world.issueComments.filter((comment) => comment.pull === pull.number).length,
    review_comments: world.reviewComments.filter((comment) => comment.pull === pull.number).length,
    maintainer_can_modify: pull.fork,
    commits: commitsOf(world, pull).length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  }
}
