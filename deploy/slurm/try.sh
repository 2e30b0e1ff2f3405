#!/bin/bash
# Runs a small cluster of its own on this machine, and on it the jobs of submit.sh, to their end:
#
#   apt-get install slurm-wlm munge && npm ci && deploy/slurm/try.sh [DOCUMENTS]
#
# A key, a controller and two nodes are started below a temporary folder, on ports of their own; nothing of an installed
# Slurm is read or changed. The first attempt at shard 2 is killed, and Slurm queues it again. It fails unless the dataset
# has the sums of one run without shards. Takes three minutes,
# two of which Slurm waits before it starts an attempt again.
set -eu

documents=${1:-200}
repository=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
user=$(id -un)
export PATH="$repository/node_modules/.bin:/usr/sbin:$PATH"
for program in munged slurmctld slurmd sbatch node; do
  command -v "$program" > /dev/null || { echo "Cannot try: $program is not installed" >&2; exit 2; }
done

pids=()
finish() {
  code=$?
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  wait
  if [ "$code" -eq 0 ]; then rm -rf "$folder"; else echo "Logs are in $folder" >&2; fi
}
trap finish EXIT

# munge: who may ask. A munged that root starts refuses a folder that others may write to.
mkdir -m 700 "$folder/munge" && chmod 711 "$folder" && chmod 711 "$folder/munge"
dd if=/dev/urandom of="$folder/munge/key" bs=128 count=1 2> /dev/null
chmod 600 "$folder/munge/key"
munged --foreground --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
  --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" > "$folder/munge/out" 2>&1 &
pids+=($!)

mkdir -p "$folder/state" "$folder/spool1" "$folder/spool2"
cat > "$folder/slurm.conf" << END
ClusterName=try
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
SlurmctldPort=26817
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobRequeue=1
MinJobAge=3600
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=requeue_setup_env_fail,bf_interval=5,sched_interval=5
NodeName=1 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=26818 CPUs=2 RealMemory=8000
NodeName=2 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=26819 CPUs=2 RealMemory=8000
PartitionName=try Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF="$folder/slurm.conf"
slurmctld -D > "$folder/slurmctld.out" 2>&1 &
pids+=($!)
for name in 1 2; do
  slurmd -D -N "$name" > "$folder/slurmd-$name.out" 2>&1 &
  pids+=($!)
done
for _ in $(seq 60); do
  [ "$(sinfo --noheader --format=%t:%D 2> /dev/null)" = "idle:2" ] && break
  sleep 1
done
sinfo

# A corpus of invented reports, copies and same files among them.
node "$repository/tools/demo-corpus.ts" "$folder/corpus" --reports "$documents"
started=$SECONDS
node "$repository/packages/extract/src/cli/extract.ts" --corpus "$folder/corpus" --out "$folder/one" > /dev/null
node "$repository/packages/analyze/src/cli/analyze.ts" --reports "$folder/one" --out "$folder/one-dataset" > /dev/null
echo "One run without shards: $((SECONDS - started)) s"

# The Node that jobs are given kills the first attempt at shard 2 when it has read something.
mkdir "$folder/bin"
cat > "$folder/bin/node" << END
#!/bin/bash
if [[ " \$* " != *" --shard 2/"* ]] || ! mkdir "$folder/killed" 2> /dev/null; then exec $(command -v node) "\$@"; fi
$(command -v node) "\$@" &
until [ -s "$folder/work/shards-of-4/2.next-\$!/reports.index" ] || ! kill -0 \$!; do sleep 0.02; done
kill -KILL \$!
wait \$!
END
chmod +x "$folder/bin/node"
started=$SECONDS
submitted=$(NODE="$folder/bin/node" "$repository/deploy/slurm/submit.sh" "$folder/corpus" "$folder/work" 4)
echo "$submitted"
analyze=${submitted##* }
while state=$(scontrol show job "$analyze" --oneliner | grep -o 'JobState=[A-Z_]*') &&
  [[ $state =~ PENDING|RUNNING|COMPLETING ]]; do sleep 2; done
squeue --states=all --format='%.10i %.16j %.10T %.5D %.8N %.10M %.20R'
tail -n +1 "$folder/work/logs/"*.log
echo "Four shards on two nodes: $((SECONDS - started)) s"
[ "$state" = "JobState=COMPLETED" ]
grep -q 'queued again' "$folder/work/logs/extract-2.log"
grep -q '; [1-9][0-9]* unchanged' "$folder/work/logs/extract-2.log" # the second attempt went on from the first
cmp "$folder/one-dataset/SHA256SUMS" "$folder/work/dataset/SHA256SUMS"
echo "Same sums: $(sha256sum < "$folder/work/dataset/SHA256SUMS")"
