#!/bin/bash
# Reads a corpus in shards on this machine and makes its dataset:
#
#   deploy/parallel.sh CORPUS WORK SHARDS [JOBS]
#
# JOBS shards at a time (one for each two processors, unless said), by GNU parallel where it is installed, else by xargs.
# Run it again after a failure: shards go on from what they have read. Nothing is analyzed unless all of them are there.
set -eu

if [ $# -lt 3 ]; then
  echo "Usage: deploy/parallel.sh CORPUS WORK SHARDS [JOBS]" >&2
  exit 2
fi
repository=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$2"
corpus=$(cd "$1" && pwd)
work=$(cd "$2" && pwd)
shards=$3
out="$work/shards-of-$shards"
jobs=${4:-$((($(getconf _NPROCESSORS_ONLN) + 1) / 2))}
export PATH="$repository/node_modules/.bin:$PATH"

extract=(node "$repository/packages/extract/src/cli/extract.ts" --corpus "$corpus" --threads 2)
if parallel --version 2> /dev/null | grep -q '^GNU parallel'; then
  seq "$shards" | parallel --jobs "$jobs" --retries 3 "${extract[@]@Q}" --shard "{}/$shards" --out "${out@Q}/{}"
else
  seq "$shards" | xargs -P "$jobs" -I{} "${extract[@]}" --shard "{}/$shards" --out "$out/{}"
fi
node "$repository/packages/analyze/src/cli/analyze.ts" --reports "$out/*" --out "$work/dataset"
