# shellcheck shell=bash
# What the PBX, the carrier's debtors and the simulated agents say: config/asterisk/sounds/phrases.tsv, spoken by
# espeak-ng into var/sounds. Asterisk wants 8 kHz, mono, 16 bit.
readonly PHRASES=$FLOOR_HOME/config/asterisk/sounds/phrases.tsv
readonly GREETINGS=$FLOOR_HOME/config/asterisk/sounds/greetings.tsv

has_sounds() {
    [[ -d $VAR/sounds ]] && stamp_is sounds "$(sounds_recipe)"
}

sounds_recipe() {
    printf '%s %s' "$(hash_of "$PHRASES" "$LIB/sounds.sh")" "$(filled '{name} {callback}' zh) $(filled '{name}' en)"
}

# filled TEXT LANGUAGE: with the floor's spoken name and call-back number, as config/floor.yaml or the environment has them.
filled() {
    local name callback variable=FLOOR_FLOOR_SPOKEN_NAME_${2^^}
    name=${!variable:-$(floor_setting "spoken_name_$2")}
    callback=${FLOOR_FLOOR_CALLBACK_NUMBER:-$(floor_setting callback_number)}
    # A blank between digits keeps them from being read as one number.
    callback=$(sed 's/[^0-9]//g; s/[0-9]/& /g; s/ $//' <<<"$callback")
    local text=${1//'{name}'/$name}
    printf '%s' "${text//'{callback}'/$callback}"
}

# floor_setting KEY: a value of the section floor, with or without quotes.
floor_setting() {
    local value
    value=$(sed -n "s/^  $1: *//p" "$FLOOR_HOME/config/floor.yaml" | sed -n '1s/ *\(#.*\)\{0,1\}$//p')
    value=${value#[\"\']}
    value=${value%[\"\']}
    [[ -n $value ]] || fail "config/floor.yaml has no floor.$1." "Whoever answers and finds no agent must hear who called."
    printf '%s' "$value"
}

make_sounds() {
    make_sounds_of "$PHRASES" "$VAR/sounds"
    stamp sounds "$(sounds_recipe)"
}

# The labelled set of `bench amd`.
has_greetings() {
    [[ -d $VAR/sounds/greetings ]] && stamp_is greetings "$(hash_of "$GREETINGS" "$LIB/sounds.sh")"
}

make_greetings() {
    make_sounds_of "$GREETINGS" "$VAR/sounds/greetings"
    stamp greetings "$(hash_of "$GREETINGS" "$LIB/sounds.sh")"
}

# make_sounds_of TABLE FOLDER: what the table names; what it does not name goes, and only the greetings have a table of
# their own.
make_sounds_of() {
    local path voice spoken made=0 recipe
    recipe=$(hash_of "$LIB/sounds.sh")
    mkdir -p "$VAR/sounds" "$VAR/stamps/sounds.d"
    local -A wanted=()
    while IFS=$'\t' read -r path voice spoken _; do
        [[ -n $path && $path != '#'* ]] || continue
        wanted[$path]=yes
        [[ $path != pbx/* ]] || spoken=$(filled "$spoken" "$(cut -d / -f 2 <<<"$path")")
        if [[ -f $VAR/sounds/$path.wav ]] && stamp_is "sounds.d/${path//\//-}" "$recipe $voice $spoken"; then
            continue
        fi
        detail_sound "$path"
        mkdir -p "$(dirname -- "$VAR/sounds/$path")"
        make_sound "$VAR/sounds/$path.wav" "$voice" "$spoken"
        printf '%s\n' "$recipe $voice $spoken" >"$VAR/stamps/sounds.d/${path//\//-}"
        made=$((made + 1))
    done <"$1"
    local file
    find "$2" -name '*.wav' | while read -r file; do
        path=${file#"$VAR/sounds/"}
        [[ $path == greetings/* && $1 != "$GREETINGS" ]] || [[ -n ${wanted[${path%.wav}]:-} ]] || rm -f -- "$file"
    done
    detail "$made made"
}

detail_sound() {
    printf '%s\n' "$1" >>"$SETUP_LOG"
}

# make_sound FILE VOICE TEXT
make_sound() {
    local raw=$1.raw.wav half=$1.half.wav speaker=${2%+beep}
    speaker=${speaker%+noise}
    speaker=${speaker%+chime}
    local -a sox=(run sox -D -V1) eight_kilohertz=(-r 8000 -c 1 -b 16 -e signed-integer)
    case $2 in
        tone) "${sox[@]}" -n "${eight_kilohertz[@]}" "$half" synth "${3#* }" sine "${3% *}" gain -9 ;;
        melody)
            local note
            local -a notes=()
            for note in $3; do
                "${sox[@]}" -n "${eight_kilohertz[@]}" "$raw.$note.wav" synth 0.6 sine "$note" fade q 0.05 0.6 0.3 gain -14
                notes+=("$raw.$note.wav")
            done
            "${sox[@]}" "${notes[@]}" "$half"
            rm -f -- "${notes[@]}"
            ;;
        ring-back)
            local hertz sound silence
            read -r hertz sound silence <<<"$3"
            "${sox[@]}" -n "${eight_kilohertz[@]}" "$half" synth "$sound" sine "$hertz" gain -12 pad 0 "$silence" repeat 2
            ;;
        *)
            run espeak-ng -v "$speaker" -s 170 -w "$raw" -- "$3" || true
            [[ -s $raw ]] || fail "espeak-ng could not speak $1." "Does 'espeak-ng --voices' list ${speaker%%+*}?"
            # Telephone band first, loudness last: filtering after it could clip.
            "${sox[@]}" "$raw" "${eight_kilohertz[@]}" "$half" rate -h 8000 sinc 200-3600 norm -4 pad 0.1 0.2
            ;;
    esac || fail "sox could not make $1." "Is the disk full? Delete var/sounds and try again."
    if [[ $2 == *+beep ]]; then
        "${sox[@]}" -n "${eight_kilohertz[@]}" "$raw" synth 0.6 sine 1000 gain -9 pad 0.2 0.5
        "${sox[@]}" "$half" "$raw" "$half.wav"
        mv -- "$half.wav" "$half"
    fi
    if [[ $2 == *+chime ]]; then
        "${sox[@]}" -n "${eight_kilohertz[@]}" "$raw" synth 0.5 sine 523 fade 0.05 0.5 0.3 gain -20 pad 0.2 0.6 repeat 1
        "${sox[@]}" "$half" "$raw" "$half.wav"
        mv -- "$half.wav" "$half"
    fi
    if [[ $2 == *+noise ]]; then
        "${sox[@]}" "$half" "$half.wav" pad 0 3
        "${sox[@]}" -R -n "${eight_kilohertz[@]}" "$raw" synth 8 pinknoise gain -36
        "${sox[@]}" -m "$half.wav" "$raw" "$half" trim 0 "$(soxi -D "$half.wav")"
        rm -f -- "$half.wav"
    fi
    rm -f -- "$raw"
    mv -- "$half" "$1"
}
