#!/bin/bash
# Reads a corpus in shards and makes its dataset, as two jobs of Kubernetes 1.29 or newer:
#
#   deploy/kubernetes/run.sh volume          corpus, shards and dataset on a volume that all nodes share
#   deploy/kubernetes/run.sh object-store    the same in a bucket, by rclone
#
# First build the image and write its name into the manifests. Jobs of an earlier run are removed, what they read stays.
set -eu

folder=$(dirname "$0")/${1:-volume}
if [ -e "$folder/claim.yaml" ]; then kubectl apply -f "$folder/claim.yaml"; fi
kubectl delete job gongkai-extract gongkai-analyze --ignore-not-found

for job in extract analyze; do
  kubectl apply -f "$folder/$job.yaml"
  # Whichever comes first ends the wait: kubectl waits for one condition only.
  kubectl wait --for=condition=complete "job/gongkai-$job" --timeout=24h &
  complete=$!
  (kubectl wait --for=condition=failed "job/gongkai-$job" --timeout=24h && kill "$complete") 2> /dev/null &
  failed=$!
  if ! wait "$complete"; then
    kubectl get pods --selector="app=gongkai-$job"
    echo "gongkai-$job failed; kubectl logs says of each pod why" >&2
    exit 1
  fi
  kill "$failed" 2> /dev/null || true
done
