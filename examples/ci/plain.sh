#!/usr/bin/env bash
# The check in any CI that has git and Node 20 or newer: ends with 1 where a change breaks calls that AWS services make, with 2 where
# it could not check. The clone must reach back to where the branch began (no shallow clone).
#
#   usage: plain.sh BASE [OPTIONS OF sourceip-guard diff]
#
# BASE, of a merge or pull request: in Azure Pipelines "origin/$SYSTEM_PULLREQUEST_TARGETBRANCHNAME", in Bitbucket
# "origin/$BITBUCKET_PR_DESTINATION_BRANCH", in Buildkite "origin/$BUILDKITE_PULL_REQUEST_BASE_BRANCH", in Jenkins
# "origin/$CHANGE_TARGET", elsewhere origin/main.
set -euo pipefail
base=${1:?usage: plain.sh BASE [OPTIONS]}
shift

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet https://github.com/OWNER/sourceip-guard.git "$folder/guard"
# A release's commit: a tag can be moved, a commit cannot.
git -C "$folder/guard" checkout --quiet 0000000000000000000000000000000000000000

# The configuration of the base: a change must not disarm its own check.
git show "$base:.github/sourceip-guard.yml" >"$folder/config.yml" 2>/dev/null || : >"$folder/config.yml"
node "$folder/guard/dist/cli.js" diff --base "$base" --head HEAD --config "$folder/config.yml" "$@"
