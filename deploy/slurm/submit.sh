#!/bin/bash
# Reads a corpus in shards and makes its dataset, as two jobs of Slurm:
#
#   deploy/slurm/submit.sh CORPUS WORK SHARDS [options of sbatch]
#
# CORPUS and WORK lie on a file system that all nodes share, and so does this repository, after `npm ci`. The shards are
# written below WORK/shards-of-SHARDS, the dataset to WORK/dataset. Run it again after documents came in, or where a shard
# failed for good: each shard takes over what it has read before. Prints the numbers of both jobs. NODE names another Node
# than that of the repository.
set -eu

if [ $# -lt 3 ]; then
  echo "Usage: deploy/slurm/submit.sh CORPUS WORK SHARDS [options of sbatch]" >&2
  exit 2
fi
repository=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$2/logs"
CORPUS=$(cd "$1" && pwd)
WORK=$(cd "$2" && pwd)
SHARD_COUNT=$3
shift 3
NODE=${NODE:-node}
export CORPUS WORK SHARD_COUNT NODE
export PATH="$repository/node_modules/.bin:$PATH"

common=(--parsable --chdir="$repository" --export=ALL)
extract=$(sbatch "${common[@]}" --array="1-$SHARD_COUNT" --output="$WORK/logs/extract-%a.log" "$@" \
  "$repository/deploy/slurm/extract.sbatch")
analyze=$(sbatch "${common[@]}" --dependency="afterok:${extract%%;*}" --kill-on-invalid-dep=yes \
  --output="$WORK/logs/analyze.log" "$@" "$repository/deploy/slurm/analyze.sbatch")
echo "extract ${extract%%;*}"
echo "analyze ${analyze%%;*}"
