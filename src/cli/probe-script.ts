import type { ReadingOutcome } from '../model/finding.ts'
import type { Experiment } from './probe-experiments.ts'

export interface ProbeSettings {
  /** Of the role and of all that is made. */
  readonly name: string
  /** Undefined: that of the AWS CLI. */
  readonly region: string | undefined
  /** The range that the caller's requests come from; undefined: asked for when the script runs. */
  readonly address: string | undefined
  /** What AWS's documents say, each way. */
  readonly claims: readonly Pick<ReadingOutcome, 'claim' | 'source'>[]
  readonly configPath: string
}

/** TEST-NET-1 (RFC 5737): nobody's requests come from there. */
const nobodysAddress = '192.0.2.1/32'

/**
 * The whole experiment as a script for bash: it is told before it is run, and nothing of it is run here. All names in it are checked
 * before they come here, so that none means anything to a shell.
 */
export function probeScript(experiment: Experiment, settings: ProbeSettings): string {
  const { names, commands, hop, tries, row } = experiment
  return `#!/usr/bin/env bash
${comment(introduction(experiment, settings))}
set -euo pipefail
export AWS_PAGER= AWS_USE_DUALSTACK_ENDPOINT=false
name=${settings.name}
region=${settings.region ?? '${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}'}
address=${settings.address ?? '$(curl -4fsS https://checkip.amazonaws.com)/32'}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
left=no

say() { printf '%s\\n' "$*"; }
give_up() {
  say "no verdict: $*" >&2
  exit 2
}
mine() { aws --region "$region" "$@"; }
as_role() {
  env -u AWS_PROFILE -u AWS_DEFAULT_PROFILE AWS_ACCESS_KEY_ID="$key" AWS_SECRET_ACCESS_KEY="$secret" AWS_SESSION_TOKEN="$token" \\
    aws --region "$region" "$@"
}

[[ -n $region ]] || give_up 'no Region is set: give one with \`sourceip-guard probe --region\`'
IFS=: read -r _ partition _ _ account _ <<<"$(mine sts get-caller-identity --query Arn --output text)"
role=arn:$partition:iam::$account:role/$name
${names}

# 1. The policies: who may be the role, what the role may do, and the Deny, twice.
cat >"$folder/trust.json" <<POLICY
${json({ Effect: 'Allow', Principal: { AWS: 'arn:$partition:iam::$account:root' }, Action: 'sts:AssumeRole' })}
POLICY
cat >"$folder/allow.json" <<POLICY
${json(...allowing(experiment))}
POLICY
cat >"$folder/deny-everywhere.json" <<POLICY
${json(denyOutside([hop], nobodysAddress))}
POLICY
cat >"$folder/deny-elsewhere.json" <<POLICY
${json(denyOutside([...new Set([experiment.direct, hop])], '$address'))}
POLICY

# 2. What is made, and how it is deleted.
${commands}
remove() {
  if mine "$@" >"$folder/removal" 2>&1 || grep -Eq 'NoSuch|NotFound|does not exist' "$folder/removal"; then return; fi
  say "could not be deleted: aws $*" >&2
  cat "$folder/removal" >&2
  left=yes
}
clean() {
  say 'deleting what was made'
  take_down
  remove iam delete-role-policy --role-name "$name" --policy-name allow
  remove iam delete-role-policy --role-name "$name" --policy-name deny
  remove iam delete-role --role-name "$name"
  if [[ $left == yes ]]; then say "some of it is left: \\\`bash $0 clean\\\` tries again" >&2; fi
  rm -rf "$folder"
  [[ $left == no ]]
}
if [[ \${1:-} == clean ]]; then
  clean
  exit
fi
if mine iam get-role --role-name "$name" >/dev/null 2>&1; then
  give_up "there is a role $name already: \\\`bash $0 clean\\\` deletes what an earlier run has left; \\\`sourceip-guard probe --name\\\` takes another name"
fi
trap 'clean || true' EXIT
trap 'exit 2' INT TERM

put_policy() { mine iam put-role-policy --role-name "$name" --policy-name "$1" --policy-document "file://$folder/$2.json"; }
# Tells whether a command works, is denied or fails for another reason; what it said stands in the file \`answer\`.
outcome() {
  if "$@" >"$folder/answer" 2>&1; then
    say works
  elif grep -Eqi 'AccessDenied|not authorized|explicit deny' "$folder/answer"; then
    say denied
  else
    say failed
  fi
}
# Tries until the outcome is the wanted one so many times in a row: a policy takes a while until it is in force everywhere.
becomes() {
  local wanted=$1 row=$2 tries seen=0
  shift 2
  for ((tries = ${tries}; tries > 0; tries--)); do
    if [[ $(outcome "$@") == "$wanted" ]]; then ((seen += 1)); else seen=0; fi
    if ((seen == row)); then return 0; fi
    sleep 5
  done
  return 1
}
assume() { mine sts assume-role --role-arn "$role" --role-session-name probe --duration-seconds 3600 --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text; }

# 3. The experiment.
mine iam create-role --role-name "$name" --assume-role-policy-document "file://$folder/trust.json" >/dev/null
put_policy allow allow
set_up
becomes works 1 assume || give_up "the role cannot be assumed: $(cat "$folder/answer")"
read -r key secret token <"$folder/answer"

say 'without a Deny, both calls must work'
becomes works 1 through || give_up "they do not: $(cat "$folder/answer")"
say 'with a Deny that spares nobody’s address, the call of the service must be denied'
put_policy deny deny-everywhere
becomes denied ${row} through || give_up 'it is not: the Deny does not meet it'
say "with a Deny that spares $address, is it?"
put_policy deny deny-elsewhere
if becomes works ${row} through; then
  verdict=address-kept
elif [[ $(outcome direct) != works ]]; then
  give_up "your own calls do not come from $address, or through a VPC endpoint: give their range with \\\`sourceip-guard probe --address\\\`"
elif [[ $(outcome through) == denied ]]; then
  verdict=address-lost
else
  give_up "it failed for another reason: $(cat "$folder/answer")"
fi
say "verdict: $verdict"
say 'If the other services that you use say the same, write into ${settings.configPath}:'
say "  forward-access-sessions: $verdict"
`
}

function introduction({ question, makes }: Experiment, { claims, name }: ProbeSettings): string[] {
  return [
    ...folded(`Does ${question}?`),
    '',
    'AWS’s documents disagree:',
    ...claims.flatMap(({ claim, source }) => [...folded(`- ${claim}`).map(hanging), `  ${source.url}`]),
    '',
    ...folded(
      `This tries it in your own account, from where you are. It makes the role ${name}, which whoever may assume roles in the account can assume, and`,
    ),
    ...makes,
    ...folded(
      'All of it is deleted at the end, also when the script is interrupted; with the argument `clean` it deletes what is left of an earlier run.',
    ),
    '',
    ...folded(
      'It needs bash, curl, the AWS CLI and credentials that may make roles and the above. Run it where those calls are made that your policy is about: in the office network, over IPv4, not through a VPC endpoint, not in CloudShell.',
    ),
  ]
}

/** Lines of at most 86 columns. */
function folded(text: string): string[] {
  return (text.match(/.{1,86}(?= |$)/g) ?? []).map((line) => line.trim())
}

/** The lines of a point in a list. */
function hanging(line: string, index: number): string {
  return index === 0 ? line : `  ${line}`
}

function comment(lines: readonly string[]): string {
  return ['', ...lines, ''].map((line) => `# ${line}`.trimEnd()).join('\n')
}

function allowing({ allows }: Experiment): object[] {
  return allows.map(({ actions, resource, condition }) => {
    const allow = { Effect: 'Allow', Action: actions, Resource: resource }
    return condition === undefined ? allow : { ...allow, Condition: condition }
  })
}

function denyOutside(actions: readonly string[], address: string): object {
  return {
    Effect: 'Deny',
    Action: actions,
    Resource: '*',
    Condition: { NotIpAddress: { 'aws:SourceIp': address } },
  }
}

function json(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}
