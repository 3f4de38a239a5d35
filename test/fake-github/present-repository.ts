import { type Account, account, forkOwner, forkRepositoryId, repositoryId, type World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

/** A user as GitHub shows it in lists. */
export function presentAccount(world: World, { login, id, type }: Account): Json {
  const self = `${world.api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: `${type === 'Bot' ? 'BOT' : 'U'}_${id}`,
    avatar_url: `${world.web}/avatars/u/${id}?v=4`,
    gravatar_id: '',
    url: self,
    html_url: `${world.web}/${type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login}`,
    followers_url: `${self}/followers`,
    following_url: `${self}/following{/other_user}`,
    gists_url: `${self}/gists{/gist_id}`,
    starred_url: `${self}/starred{/owner}{/repo}`,
    subscriptions_url: `${self}/subscriptions`,
    organizations_url: `${self}/orgs`,
    repos_url: `${self}/repos`,
    events_url: `${self}/events{/privacy}`,
    received_events_url: `${self}/received_events`,
    type,
    site_admin: false,
    user_view_type: 'public',
  }
}

const repositoryUrls: Readonly<Record<string, string>> = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}',
}
/** GitHub writes these with a template; the description wants them without. */
const plainUrls = new Set(['notifications'])

/** The repository, or its fork, as it stands inside a pull request. */
export function presentRepository(world: World, fork: boolean): Json {
  const owner = fork ? forkOwner : { ...account(world.owner) }
  const fullName = `${owner.login}/${world.name}`
  const url = `${world.api}/repos/${fullName}`
  const html = `${world.web}/${fullName}`
  const urls = Object.entries(repositoryUrls).map(([name, path]) => [
    `${name}_url`,
    plainUrls.has(name) ? `${url}/${name}` : url + path,
  ])
  return {
    id: fork ? forkRepositoryId : repositoryId,
    node_id: fork ? 'R_fork' : 'R_repository',
    name: world.name,
    full_name: fullName,
    private: false,
    owner: presentAccount(world, owner),
    html_url: html,
    description: null,
    fork,
    url,
    ...Object.fromEntries(urls),
    git_url: `git://${html.replace(/^https?:\/\//, '')}.git`,
    ssh_url: `git@${new URL(html).hostname}:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    default_branch: world.defaultBranch,
    ...repositoryFacts,
  }
}

const repositoryFacts: Json = {
  created_at: '2025-01-01T00:00:00Z',
  updated_at: '2025-01-01T00:00:00Z',
  pushed_at: '2025-01-01T00:00:00Z',
  size: 108,
  stargazers_count: 0,
  watchers_count: 0,
  language: 'HCL',
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: false,
  forks_count: 1,
  archived: false,
  disabled: false,
  open_issues_count: 1,
  license: null,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
  topics: [],
  visibility: 'public',
  forks: 1,
  open_issues: 1,
  watchers: 0,
}

/** The repository as "get a repository" gives it. */
export function presentFullRepository(world: World): Json {
  return { ...presentRepository(world, false), network_count: 1, subscribers_count: 1 }
}
