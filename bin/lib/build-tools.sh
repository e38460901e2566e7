# shellcheck shell=bash
# Maven, and Node where the checkout has something that it builds.
MVN=''

find_maven() {
    local candidate
    for candidate in "$(command -v mvn || true)" "$CACHE"/maven-*/usr/share/maven/bin/mvn; do
        if [[ -x $candidate ]] && version_at_least "$(maven_version "$candidate")" 3.8; then
            MVN=$candidate
            return
        fi
    done
    return 1
}

# Debian's jars do not carry the version in their names, so Maven itself is asked.
maven_version() {
    env ${JDK:+JAVA_HOME="$JDK"} "$1" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p'
}

add_maven() {
    if apt_offers maven 3.8; then
        install_packages maven
    else
        local suite
        suite=$(newer_suite forky resolute)
        FINISH=keep_only_maven private_copy maven-3 "$suite" maven
    fi
    find_maven || fail "Maven 3.8 or newer was not found after it was installed." "Put mvn on the PATH."
}

# Maven comes with a JRE and desktop libraries; the JDK is here already.
keep_only_maven() {
    local root=$1
    find "$root/usr" -mindepth 1 -maxdepth 1 ! -name share -exec rm -rf -- '{}' +
    find "$root/usr/share" -mindepth 1 -maxdepth 1 ! -name maven ! -name java -exec rm -rf -- '{}' +
}

# Debian's own script runs whatever JDK it is told; Maven, compiler and tests then share one.
mvn_command() {
    trust_like_machine
    local options=--enable-native-access=ALL-UNNAMED
    # Maven 3's own libraries make JDK 24 and later warn about their ways, on every run.
    if version_at_least "$JDK_VERSION" 24; then
        options+=" --sun-misc-unsafe-memory-access=allow"
    fi
    MVN_COMMAND=(env JAVA_HOME="$JDK" MAVEN_OPTS="$options ${MAVEN_OPTS:-}"
        "$MVN" -f "$FLOOR_HOME/pom.xml" -B --no-transfer-progress)
    if [[ ! -t 1 || $STEP_OPEN == yes ]]; then
        MVN_COMMAND+=(-Dstyle.color=never)
    fi
    if [[ ${FLOOR_OFFLINE:-} == 1 ]]; then
        MVN_COMMAND+=(-o)
    fi
}

# The folder of a private Node goes in front of the path: npm and its scripts call `node` by name.
find_node() {
    [[ -n $(find "$FLOOR_HOME" -maxdepth 4 -name node_modules -prune -o -name package.json -print -quit) ]] || return 0
    local private=$CACHE/node-20/node_modules/.bin
    if [[ -x $private/node ]]; then
        PATH=$private:$PATH
    fi
    command -v npm >/dev/null && version_at_least "$(node --version 2>/dev/null | tr -d v)" 20
}

add_node() {
    if ! command -v npm >/dev/null; then
        install_packages nodejs npm
        find_node && return
    fi
    # A Node that is too old still fetches a newer one from npm's registry.
    detail "private copy of Node 22"
    begin_half_made node
    local tree=$HALF_MADE
    run npm install --prefix "$tree" --no-save --no-audit --no-fund node@22 npm@10 ||
        fail "Node 20 or newer could not be fetched from npm's registry." "Install Node 20 or newer with npm."
    mv -T -- "$tree" "$CACHE/node-20" 2>>"$SETUP_LOG" || rm -rf -- "$tree"
    remove_half_made
    find_node || fail "Node 20 or newer was not found after it was installed." "Put node and npm on the PATH."
}
