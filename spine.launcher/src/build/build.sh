# Builds a run set of the checkout where that is needed. ROOT, MODULE, JAR and PROFILE say which; launch.sh comes first.

BUILDING=$ROOT/$MODULE/target/building

# Also while a build is under way, or after one that was killed.
must_build() {
    [ -e "$BUILDING" ] || [ ! -f "$JAR" ] || [ -n "$(find "$ROOT"/spine.*/src/main "$ROOT"/spine.*/pom.xml "$ROOT"/spine.*/*.bnd* \
        "$ROOT/cnf" "$ROOT/pom.xml" "$ROOT/bnd.bnd" -newer "$JAR" -type f 2>/dev/null | head -n 1)" ]
}

build() {
    if ! must_build; then return; fi
    echo "building spine..." >&2
    : >"$BUILDING"
    # shellcheck disable=SC2086 # no profile is no word
    if ! mvn -f "$ROOT/pom.xml" -B -ntp -q $PROFILE -Dmaven.test.skip=true -pl "$MODULE" -am package >"$SPINE_HOME/build.log" 2>&1; then
        tail -n 40 "$SPINE_HOME/build.log" >&2
        fail "the build failed; $SPINE_HOME/build.log has all of it."
    fi
    touch "$JAR"
    rm "$BUILDING"
}

# One process builds; others wait, and look again.
build_once() {
    find_java javac
    command -v mvn >/dev/null || fail "Maven was not found; it builds spine on first use."
    mkdir -p "$SPINE_HOME" "${BUILDING%/*}"
    export ROOT MODULE JAR PROFILE
    # shellcheck disable=SC2016 # the inner shell expands it
    "$JAVA_HOME/bin/java" "$ROOT/spine.launcher/src/build/Locked.java" "$BUILDING.lock" \
        sh -euc 'for part in main/sh/launch.sh build/build.sh; do . "$ROOT/spine.launcher/src/$part"; done; build'
}
