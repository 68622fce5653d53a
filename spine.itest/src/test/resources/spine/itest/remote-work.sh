# Runs in a network of its own: remote-work.sh WORK POSTGRES, with the commands that serve in RECEIVER and WORKER. The worker runs in
# another one; of this it sees one address. What is to be sent appears in WORK/studies. Leaves in WORK what the destination got (archive/)
# and the state of the job (state).
set -eu
work=$1
postgres=$2
ip link set lo up
ip link add near type veth peer name far
unshare -n sleep 600 &
there=$!
processes=$there
finish() {
    kill $processes || true
    wait || true
    as_postgres "$postgres/pg_ctl" -D "$work/database/data" -m immediate stop > /dev/null || true
    cat "$work/receiver.log" "$work/worker.log" || true
}
as_postgres() {
    setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
}
until_true() { # SECONDS COMMAND...
    for wait in $(seq "$(($1 * 4))"); do
        if "${@:2}"; then return 0; fi
        sleep 0.25
    done
    echo "not within $1 s: ${*:2}"
    exit 1
}
trap finish EXIT
another_network() { [ "$(readlink "/proc/$there/ns/net")" != "$(readlink /proc/self/ns/net)" ]; }
until_true 10 another_network
ip link set far netns "$there"
ip address add 10.77.0.1/24 dev near
ip link set near up
nsenter -t "$there" -n ip link set lo up
nsenter -t "$there" -n ip address add 10.77.0.2/24 dev far
nsenter -t "$there" -n ip link set far up

mkdir -p "$work/database" "$work/archive"
chown -R postgres "$work/database"
as_postgres "$postgres/initdb" -D "$work/database/data" -U spine -A scram-sha-256 --pwfile "$work/database/word" -E UTF8 --no-locale -N \
    > /dev/null
echo "host all all 10.77.0.0/24 scram-sha-256" >> "$work/database/data/pg_hba.conf"
as_postgres "$postgres/pg_ctl" -D "$work/database/data" -l "$work/database/log" -w \
    -o "-c listen_addresses=10.77.0.1 -c unix_socket_directories=$work/database" start > /dev/null
storescp -od "$work/archive" +xa 11113 > "$work/archive.log" 2>&1 &
processes="$processes $!"
$RECEIVER > "$work/receiver.log" 2>&1 &
processes="$processes $!"
nsenter -t "$there" -n $WORKER > "$work/worker.log" 2>&1 &
processes="$processes $!"

sends() {
    find "$work/studies" -name '*.dcm' -path '*/series-*' -print0 \
        | xargs -0 storescu -R -aet SCANNER -aec SPINE 127.0.0.1 11112 > "$work/sent.log" 2>&1
}
until_true 180 sends
state() { PGPASSWORD=$(cat "$work/database/word") "$postgres/psql" -h 10.77.0.1 -U spine -d postgres -Atc 'SELECT state, reason FROM job'; }
has_ended() { state > "$work/state"; grep -Eq '^(DONE|FAILED|NEEDS_ATTENTION|CANCELLED)' "$work/state"; }
until_true 240 has_ended
