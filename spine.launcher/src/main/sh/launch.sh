# Shared by the launchers of checkout and release, which set JAR and SPINE_HOME: finds Java and starts the run set. For any POSIX shell,
# with nothing beside it but what macOS and a bare container have.

fail() {
    printf 'spine: %s\n' "$1" >&2
    exit 1
}

# Prints the file that a chain of links ends in.
real_file() { # FILE
    file=$1
    while [ -h "$file" ]; do
        link=$(readlink "$file")
        case $link in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    printf '%s/%s\n' "$(CDPATH='' cd -- "$(dirname "$file")" && pwd -P)" "${file##*/}"
}

# Prints 17 of 17.0.15, and 0 of what is no Java.
java_version() { # HOME
    version=0
    if [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) version=${line#*\"} ;; esac
        done <"$1/release"
    else
        version=$("$1/bin/java" -version 2>&1) && version=${version#*\"}
    fi
    version=${version%%[!0-9]*}
    echo "${version:-0}"
}

# Sets JAVA_HOME to the first Java that is new enough, of those given and those that the system has.
find_java() { # TOOL, java or javac, and HOME...
    tool=$1
    shift
    found=$(command -v "$tool") && found=$(real_file "$found")
    for home in "$@" "${JAVA_HOME:-}" "${found%/bin/*}" "$(/usr/libexec/java_home -v 17+ 2>/dev/null || :)" /usr/lib/jvm/*; do
        if [ -n "$home" ] && [ -x "$home/bin/$tool" ] && [ "$(java_version "$home")" -ge 17 ]; then
            export JAVA_HOME="$home"
            return
        fi
    done
    fail "Java 17 or newer ($tool) was not found; install it, or set JAVA_HOME to where it lies."
}

# Prints the option with which Java shares the classes that it has parsed: the first command that starts the models leaves them in an
# archive, which those after it map into memory. Each process writes a file of its own. Java writes its first bytes last.
class_sharing() { # COMMAND
    # Without the archive of its own classes, as in a runtime made by jlink, Java would refuse to start.
    [ -f "$JAVA_HOME/lib/server/classes.jsa" ] || return 0
    build=$({ echo "$JAVA_HOME" && cat "$JAVA_HOME/release" && ls -ln "$JAR"; } 2>/dev/null | cksum) || return 0
    build=${build%% *}
    whole=
    for archive in "$SPINE_HOME"/run/*.jsa; do
        # Reading a pipe would wait for ever.
        [ -f "$archive" ] || continue
        case $archive in
            */"$build"-*.jsa)
                process=${archive##*-}
                if [ -z "$whole" ] && [ "$(od -An -tx1 -N4 "$archive")" != "$(od -An -tx1 -N4 /dev/zero)" ]; then
                    whole=$archive
                elif ! kill -0 "${process%.jsa}" 2>/dev/null; then
                    rm -f "$archive"
                fi
                ;;
            *) rm -f "$archive" ;;
        esac
    done
    if [ -n "$whole" ]; then
        printf '%s\n' "-XX:SharedArchiveFile=$whole"
        return
    fi
    case $1 in
        models | score | demo) printf '%s\n' "-XX:ArchiveClassesAtExit=$SPINE_HOME/run/$build-$$.jsa" ;;
    esac
}

# Java takes the encoding of file names from the locale; cron, systemd and bare containers have one without accents.
name_files_in_utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]*) ;;
        *) if [ "$(uname)" = Linux ]; then export LC_ALL=C.UTF-8; fi ;;
    esac
}

# Whether somebody sees the progress of a command, and whether somebody types.
look_for_terminal() {
    terminal=false interactive=false
    if [ -t 2 ]; then terminal=true; fi
    if [ -t 0 ] && [ -t 1 ]; then interactive=true; fi
}

# Commands about the platform are answered by the one that serves this home, if there is one.
attach() { # ARGUMENT...
    [ -f "$SPINE_HOME/attach/address" ] && [ -f "$JAR" ] || return 0
    for word in "$@"; do
        case $word in
            -*) ;;
            shell | models | health | jobs)
                ask_server "$@"
                return 0
                ;;
            *) return 0 ;;
        esac
    done
}

# Ends with the code of the command, unless nothing serves: then the client ends with 9. A server that was killed leaves its address, and the
# client notices.
ask_server() { # ARGUMENT...
    name_files_in_utf8
    look_for_terminal
    code=0
    "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m '-Djdk.serialFilter=!*' \
        "-Dspine.terminal=$terminal" "-Dspine.interactive=$interactive" "-Dspine.home=$SPINE_HOME" -cp "$JAR" \
        spine.app.internal.attach.AttachClient "$@" || code=$?
    if [ "$code" != 9 ]; then exit "$code"; fi
}

# Starts Java in place of this shell, in the way that suits spine.
run_java() { # OPTION..., -jar JAR or CLASS, ARGUMENT...
    # OpenMP reads these when it is loaded: one thread per operation, images are worked on in parallel instead.
    export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}" OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}"
    # glibc keeps freed memory in arenas, up to eight a core, and each keeps what its largest images took; with two the memory of the
    # process is full sooner and lower.
    export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
    # Most of what a study allocates is garbage at once: with a young generation of this size a process stays below 2 GB. The classes of
    # the platform fill the metaspace that it may have before its first collection.
    set -- -XX:MaxNewSize=320m -XX:MetaspaceSize=128m -XX:+UseParallelGC "-Dspine.home=$SPINE_HOME" "$@"
    look_for_terminal
    set -- "-Dspine.terminal=$terminal" "-Dspine.interactive=$interactive" "$@"
    # ND4J and protobuf reach for memory in a way that newer Java warns of.
    if [ "$(java_version "$JAVA_HOME")" -ge 23 ]; then set -- --sun-misc-unsafe-memory-access=allow "$@"; fi
    exec "$JAVA_HOME/bin/java" -Xmx4g "$@"
}

run_spine() { # ARGUMENT...
    command=${1:-}
    mkdir -p "$SPINE_HOME/run" 2>/dev/null || [ "$command" = doctor ] ||
        fail "the home folder $SPINE_HOME cannot be written; SPINE_HOME names another."
    name_files_in_utf8
    set -- -jar "$JAR" "$@"
    sharing=$(class_sharing "$command")
    if [ -n "$sharing" ]; then set -- "$sharing" '-Xlog:cds*=off' "$@"; fi
    # What ends after a few seconds gains nothing from code that is compiled for speed.
    case $command in
        models | health | jobs | deploy | sign | audit | users | tokens | tls | doctor | --help | --version) set -- -XX:TieredStopAtLevel=1 "$@" ;;
    esac
    run_java "$@"
}
