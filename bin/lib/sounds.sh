# shellcheck shell=bash
# What the PBX, the carrier's debtors and the simulated agents say: config/asterisk/sounds/phrases.tsv, spoken by
# espeak-ng into var/sounds. Asterisk wants 8 kHz, mono, 16 bit.
readonly PHRASES=$FLOOR_HOME/config/asterisk/sounds/phrases.tsv

has_sounds() {
    [[ -d $VAR/sounds ]] && stamp_is sounds "$(hash_of "$PHRASES" "$LIB/sounds.sh")"
}

make_sounds() {
    local path voice spoken made=0 recipe
    recipe=$(hash_of "$LIB/sounds.sh")
    mkdir -p "$VAR/sounds" "$VAR/stamps/sounds.d"
    local -A wanted=()
    while IFS=$'\t' read -r path voice spoken _; do
        [[ -n $path && $path != '#'* ]] || continue
        wanted[$path]=yes
        if [[ -f $VAR/sounds/$path.wav ]] && stamp_is "sounds.d/${path//\//-}" "$recipe $voice $spoken"; then
            continue
        fi
        detail_sound "$path"
        mkdir -p "$(dirname -- "$VAR/sounds/$path")"
        make_sound "$VAR/sounds/$path.wav" "$voice" "$spoken"
        printf '%s\n' "$recipe $voice $spoken" >"$VAR/stamps/sounds.d/${path//\//-}"
        made=$((made + 1))
    done <"$PHRASES"
    find "$VAR/sounds" -name '*.wav' -printf '%P\n' | while read -r path; do
        [[ -n ${wanted[${path%.wav}]:-} ]] || rm -f -- "$VAR/sounds/$path"
    done
    stamp sounds "$(hash_of "$PHRASES" "$LIB/sounds.sh")"
    detail "$made made"
}

detail_sound() {
    printf '%s\n' "$1" >>"$SETUP_LOG"
}

# make_sound FILE VOICE TEXT
make_sound() {
    local raw=$1.raw.wav half=$1.half.wav
    local -a sox=(run sox -D -V1) eight_kilohertz=(-r 8000 -c 1 -b 16 -e signed-integer)
    case $2 in
        tone) "${sox[@]}" -n "${eight_kilohertz[@]}" "$half" synth "${3#* }" sine "${3% *}" gain -9 ;;
        *)
            run espeak-ng -v "${2%+beep}" -s 170 -w "$raw" -- "$3" || true
            [[ -s $raw ]] || fail "espeak-ng could not speak $1." "Does 'espeak-ng --voices' list ${2%%+*}?"
            # Telephone band first, loudness last: filtering after it could clip.
            "${sox[@]}" "$raw" "${eight_kilohertz[@]}" "$half" rate -h 8000 sinc 200-3600 norm -4 pad 0.1 0.2
            ;;
    esac || fail "sox could not make $1." "Is the disk full? Delete var/sounds and try again."
    if [[ $2 == *+beep ]]; then
        "${sox[@]}" -n "${eight_kilohertz[@]}" "$raw" synth 0.6 sine 1000 gain -9 pad 0.2 0.5
        "${sox[@]}" "$half" "$raw" "$half.wav"
        mv -- "$half.wav" "$half"
    fi
    rm -f -- "$raw"
    mv -- "$half" "$1"
}
