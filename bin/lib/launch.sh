# shellcheck shell=bash
# The JVM. For the verbs that run a floor this script becomes it, so that the launcher's process id is the JVM's.

# java_command VERB ARGS into JAVA_COMMAND; 'rules-check' is the two words of the Java side's own verbs.
java_command() {
    local verb=$1 jar classpath=$JAR
    shift
    for jar in "$FLOOR_HOME"/dialer/target/lib/*.jar; do
        [[ ! -f $jar ]] || classpath+=:$jar
    done
    JAVA_COMMAND=("$JDK/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED)
    JAVA_COMMAND+=("-Dfloor.home=$FLOOR_HOME" -cp "$classpath" com.callfloor.dialer.app.Main)
    # shellcheck disable=SC2206 # the words of a verb are to be split
    JAVA_COMMAND+=(${verb/-/ } "$@")
}

become_java() {
    local -a JAVA_COMMAND
    java_command "$@"
    exec "${JAVA_COMMAND[@]}"
}
