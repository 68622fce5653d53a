# Runs in a network of its own: web.sh WORK COMMAND... An Orthanc with the files that stand in WORK/files, and beside it the command.
set -eu
work=$1
shift
ip link set lo up
mkdir -p "$work/db"
Orthanc "$work/orthanc.json" > "$work/orthanc.log" 2>&1 &
orthanc=$!
trap 'kill $orthanc; wait $orthanc || true' EXIT
for wait in $(seq 300); do curl -sf -u reader:word http://127.0.0.1:8042/system > /dev/null && break; sleep 0.1; done
while read -r file; do
    curl -sf -u reader:word -X POST --data-binary "@$file" http://127.0.0.1:8042/instances > /dev/null
done < "$work/files"
"$@"
