# shellcheck shell=bash
# The newest JDK from 21 on: the one that JAVA_HOME, /usr/lib/jvm or the path knows, else apt's, else a private copy.
JDK='' JDK_VERSION=''

find_jdk() {
    local candidate version on_path
    on_path=$(command -v javac || true)
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$CACHE"/jdk-*/usr/lib/jvm/* \
        "${on_path:+$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")}"; do
        [[ -x $candidate/bin/javac && -r $candidate/release ]] || continue
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$candidate/release")
        if version_at_least "$version" 21 && { [[ -z $JDK ]] || ! version_at_least "$JDK_VERSION" "$version"; }; then
            JDK=$candidate JDK_VERSION=$version
        fi
    done
    [[ -n $JDK ]]
}

add_jdk() {
    local version
    for version in 25 21; do
        if apt_offers "openjdk-$version-jdk-headless" "$version"; then
            install_packages "openjdk-$version-jdk-headless"
            find_jdk && return
        fi
    done
    local suite
    suite=$(newer_suite forky resolute)
    FINISH=settle_jdk private_copy "jdk-25-$(dpkg --print-architecture)" "$suite" openjdk-25-jdk-headless patchelf
    if ! find_jdk || ! run "$JDK/bin/java" -version; then
        fail "no JDK 21 or newer was found, and the private copy does not run." \
            "Install one (apt-get install openjdk-21-jdk-headless) or set JAVA_HOME."
    fi
}

# settle_jdk ROOT HOME: the JVM looks for its files beside the program that /proc says it is, so a JDK cannot run through
# a loader named on the command line. Its programs get loader and libraries written into them.
settle_jdk() {
    local root=$1 home=$2 jdk program
    jdk=$(find "$root/usr/lib/jvm" -mindepth 1 -maxdepth 1 -type d -name 'java-*' | head -n 1)
    rm -rf -- "$jdk/jmods"
    # Kept current by the machine, where it has a Java of its own; else see trust_like_machine.
    ln -sfn /etc/ssl/certs/java/cacerts "$jdk/lib/security/cacerts"
    local own_loader own_libraries
    own_loader=$(loader "$root") own_libraries=$(libraries "$root")
    for program in "$jdk"/bin/* "$jdk"/lib/jspawnhelper; do
        run "$own_loader" --library-path "$own_libraries" "$root/usr/bin/patchelf" \
            --set-interpreter "${own_loader/#"$root"/"$home"}" --force-rpath \
            --set-rpath "\$ORIGIN/../lib:\$ORIGIN:${own_libraries//"$root"/"$home"}" "$program" ||
            fail "the copied JDK could not be settled in $home." "Install a JDK 21 or newer, or set JAVA_HOME."
    done
}

# A copied JDK trusts no server at all unless it is told which certificates the machine trusts.
trust_like_machine() {
    local store=$JDK/lib/security/cacerts certificates=/etc/ssl/certs/ca-certificates.crt
    [[ $JDK == "$CACHE"/* && ! -e $store ]] || return 0
    [[ -r $certificates ]] || install_packages ca-certificates
    if ! run "$JDK/bin/java" "$LIB/TrustStore.java" "$certificates" "$store.half" || ! mv -- "$store.half" "$store"; then
        fail "the copied JDK cannot be told which certificates to trust." "Install a JDK 21 or newer, or set JAVA_HOME."
    fi
}
