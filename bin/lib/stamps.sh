# shellcheck shell=bash
# A stamp remembers the content from which something was made, so that it is made again only when that changed.

# hash_of PATH...: of the content and the relative names of all files below the given paths.
hash_of() {
    find "$@" \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o -type f -print0 2>/dev/null |
        LC_ALL=C sort -z | xargs -0r sha256sum | sed "s|  $FLOOR_HOME/|  |" | sha256sum | cut -d ' ' -f 1
}

stamp_is() {
    [[ -f $VAR/stamps/$1 && $(<"$VAR/stamps/$1") == "$2" ]]
}

stamp() {
    mkdir -p "$VAR/stamps"
    printf '%s\n' "$2" >"$VAR/stamps/.$1"
    mv -- "$VAR/stamps/.$1" "$VAR/stamps/$1"
}

# write_tool NAME < CONTENT: a file of var/tools, there wholly or not at all.
write_tool() {
    mkdir -p "$VAR/tools"
    cat >"$VAR/tools/.$1"
    [[ $1 == *.properties ]] || chmod +x "$VAR/tools/.$1"
    mv -- "$VAR/tools/.$1" "$VAR/tools/$1"
}
