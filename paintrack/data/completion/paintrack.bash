# Tab completion of paintrack, for bash 3.2 or newer. Made by: paintrack completion show bash

_paintrack() {
    local program=paintrack header= line text place room longest=0
    local -a lines
    # The program that is typed, where it is typed with its folder.
    [[ $1 == */* ]] && program=${1/#\~\//$HOME/}
    COMPREPLY=()
    # bash does not say which variables stand before the program: --db and an exported PAINTRACK_DB count.
    while IFS= read -r line; do
        if [[ -z $header ]]; then
            header=$line
        else
            lines+=("$line")
            text=${line%%$'\t'*}
            COMPREPLY+=("$text")
            ((${#text} > longest)) && longest=${#text}
        fi
    done < <(
        _PAINTRACK_COMPLETE=bash _PAINTRACK_LINE=${COMP_LINE:0:COMP_POINT} _PAINTRACK_BREAKS=$COMP_WORDBREAKS \
            command "$program" </dev/null 2>/dev/null
    )
    # Where bash only lists them, each is followed by what it is, on a line of its own; 37 and 42 would insert that.
    if ((${#COMPREPLY[@]} > 1)) && [[ $COMP_TYPE != 37 && $COMP_TYPE != 42 ]]; then
        room=$((${COLUMNS:-80} > longest + 2 ? ${COLUMNS:-80} - 1 : longest))
        for place in "${!lines[@]}"; do
            [[ ${lines[place]} == *$'\t'?* ]] || continue
            printf -v text '%-*s  %s' "$longest" "${COMPREPLY[place]}" "${lines[place]#*$'\t'}"
            printf -v text '%-*s' "$room" "${text:0:room}"
            COMPREPLY[place]=$text
        done
    fi
    if [[ $header == files ]]; then
        compopt -o default 2>/dev/null
    elif [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -o nosort -F _paintrack paintrack 2>/dev/null || complete -F _paintrack paintrack
