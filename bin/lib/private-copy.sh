# shellcheck shell=bash
# A program that this machine's release lacks or has too old, taken from a newer release of the same distribution:
# apt fetches it with all that it needs into a folder of the user's cache. No root, and nothing on the machine changes.
# It runs with the C library that it was built for, never with the machine's.

# private_copy NAME SUITE PACKAGE...: makes $CACHE/NAME unless it is there. FINISH (a function) may work over the tree
# before it becomes visible; it gets the tree and the folder where it will live.
private_copy() {
    local name=$1 suite=$2 tree
    shift 2
    [[ ! -d $CACHE/$name ]] || return 0
    [[ ${FLOOR_OFFLINE:-} != 1 ]] ||
        fail "missing: $name, and FLOOR_OFFLINE=1 forbids to fetch anything." "Run it once without FLOOR_OFFLINE."
    if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
        fail "private copies need apt, which this machine has not." "Install the program by the machine's own means."
    fi
    detail "private copy of $1 from $suite"
    begin_half_made "$name"
    tree=$HALF_MADE
    mkdir -p "$tree"/{root,apt/lists/partial,apt/archives/partial,apt/none}
    write_apt_configuration "$tree/apt" "$suite"
    APT_CONFIG=$tree/apt/apt.conf run apt-get -q update ||
        fail "the package list of $suite could not be fetched." "Is the network up? Then try again."
    APT_CONFIG=$tree/apt/apt.conf run apt-get -q -y --download-only install "$@" ||
        fail "the packages of $* could not be fetched from $suite." "Try again; the lines above say what apt missed."
    run find "$tree/apt/archives" -name '*.deb' -exec dpkg-deb --extract '{}' "$tree/root" ';' ||
        fail "the packages of $* could not be unpacked into $CACHE." "Is the disk full? It takes up to 1 GB."
    rm -rf -- "$tree/apt"
    prune "$tree/root"
    mend_links "$tree/root"
    if [[ -n ${FINISH:-} ]]; then
        "$FINISH" "$tree/root" "$CACHE/$name"
    fi
    # Another set-up may have been faster; then its copy stays and this one goes.
    mv -T -- "$tree/root" "$CACHE/$name" 2>>"$SETUP_LOG" || [[ -d $CACHE/$name ]] ||
        fail "the copy could not be moved to $CACHE/$name." "Is the folder yours to write?"
    remove_half_made
}

# begin_half_made NAME: an empty folder HALF_MADE beside the finished ones. It goes when this script ends, and one whose
# maker was killed goes now: its lock (descriptor 8) is free.
HALF_MADE=''
begin_half_made() {
    local tree
    mkdir -p "$CACHE"
    for tree in "$CACHE"/.half-made.*; do
        if [[ -d $tree ]] && flock --nonblock "$tree" true; then
            rm -rf -- "$tree"
        fi
    done
    HALF_MADE=$CACHE/.half-made.$1.$$
    mkdir -p "$HALF_MADE"
    exec 8<"$HALF_MADE"
    flock 8
}

remove_half_made() {
    [[ -n $HALF_MADE ]] || return 0
    rm -rf -- "$HALF_MADE"
    HALF_MADE=''
    exec 8<&-
}

# write_apt_configuration FOLDER SUITE: an apt that believes that nothing is installed, so that it fetches everything.
# The machine's way to the network (proxy, certificates, sign-in for a company's mirror) stays as it is.
write_apt_configuration() {
    local folder=$1 suite=$2 keyring uri
    keyring=/usr/share/keyrings/$(distribution)-archive-keyring.gpg
    [[ -r $keyring ]] || fail "the distribution's keys ($keyring) are not here." \
        "As root: apt-get install $(distribution)-keyring"
    uri=$(mirror)
    : >"$folder/status"
    printf 'deb [signed-by=%s] %s %s %s\n' "$keyring" "$uri" "$suite" "$(components)" >"$folder/sources.list"
    {
        apt-config dump | grep -E '^(Acquire|Dir::Bin)::[^ ]*[^: ] ' || true
        cat <<EOF
Dir::State "$folder";
Dir::State::status "$folder/status";
Dir::Cache "$folder";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "$folder/none";
Dir::Etc::preferences "$folder/none/preferences";
Dir::Etc::preferencesparts "$folder/none";
Dir::Etc::parts "$folder/none";
APT::Install-Recommends "false";
// Root would otherwise fetch as the user _apt, who cannot write to this folder.
APT::Sandbox::User "root";
Acquire::Languages "none";
// The index of a suite that still moves is declared stale after a week, also on a mirror that is frozen on purpose
// or from a machine whose clock is off. Its signature is checked as ever.
Acquire::Check-Valid-Until "false";
EOF
    } >"$folder/apt.conf"
}

distribution() (
    # shellcheck source=/dev/null
    source /etc/os-release
    case " $ID ${ID_LIKE:-} " in
        *" ubuntu "*) printf ubuntu ;;
        *" debian "*) printf debian ;;
        *) printf '%s' "$ID" ;;
    esac
)

components() {
    case $(distribution) in
        ubuntu) printf 'main universe' ;;
        *) printf 'main' ;;
    esac
}

# newer_suite DEBIAN UBUNTU: the suite to copy from. Elsewhere there is none.
newer_suite() {
    case $(distribution) in
        debian) printf '%s' "$1" ;;
        ubuntu) printf '%s' "$2" ;;
        *) fail "this machine runs neither Debian nor Ubuntu, so the program cannot be copied." \
            "Install it by the machine's own means; bin/floor doctor says which version is wanted." ;;
    esac
}

# The machine's own mirror. `update --print-uris` names it even where no package list was ever fetched.
mirror() (
    # shellcheck source=/dev/null
    source /etc/os-release
    codename=${UBUNTU_CODENAME:-${VERSION_CODENAME:-sid}}
    uri=$(apt-get update --print-uris 2>/dev/null |
        sed -n "s#^'\(.*\)/dists/\($codename\|sid\|testing\|unstable\)/InRelease'.*#\1#p" | head -n 1)
    [[ -n $uri ]] || fail "apt's configuration names no mirror for $codename." "Look at /etc/apt/sources.list."
    printf '%s' "$uri"
)

# What the programs do not read when they run.
prune() {
    local root=${1:?}
    rm -rf -- "$root"/usr/share/{doc,doc-base,man,info,lintian,locale,bash-completion,bug,gdb,perl,perl5,zoneinfo} \
        "$root"/usr/lib/{*/perl,*/perl-base,systemd,tmpfiles.d,debug} "$root/usr/libexec"
}

# mend_links ROOT: links that packages set to absolute paths point into the copy where it has the file.
mend_links() {
    local root=$1 link target
    while IFS= read -r -d '' link; do
        target=$(readlink -- "$link")
        if [[ -e $root$target ]]; then
            ln -sfn --relative -- "$root$target" "$link"
        fi
    done < <(find "$root" -type l -lname '/*' -print0)
}

# loader ROOT and libraries ROOT: the copy's own dynamic loader, and where its libraries lie.
loader() {
    local found
    found=$(find "$1/lib" "$1"/usr/lib -maxdepth 2 -name 'ld-linux*.so.*' 2>/dev/null | head -n 1)
    [[ -n $found ]] || fail "the copy in $1 has no dynamic loader." "Delete it and try again."
    printf '%s' "$found"
}

libraries() {
    local folder
    folder=$(dirname -- "$(loader "$1")")
    # A release without merged /usr has the C library in /lib and the rest in /usr/lib.
    printf '%s' "$1/usr/lib/${folder##*/}"
    [[ $folder == */usr/* ]] || printf ':%s' "$folder"
}

# wrap ROOT PROGRAM [MORE LIBRARIES]: text of a script that runs ROOT/PROGRAM through the copy's loader.
wrap() {
    local root=$1 program=$2 more=${3:+:$3}
    printf '#!/bin/bash\n# Written by bin/floor: the private copy, run with its own C library.\n'
    printf 'exec %q --library-path %q --argv0 %q %q "$@"\n' \
        "$(loader "$root")" "$(libraries "$root")$more" "$root/$program" "$root/$program"
}
