# Tab completion of paintrack, for bash 3.2 or newer. Made by: paintrack completion show bash

_paintrack() {
    local program=paintrack header= line
    # The program that is typed, where it is typed with its folder.
    [[ $1 == */* ]] && program=${1/#\~\//$HOME/}
    COMPREPLY=()
    # bash does not say which variables stand before the program: --db and an exported PAINTRACK_DB count.
    while IFS= read -r line; do
        if [[ -z $header ]]; then
            header=$line
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <(
        _PAINTRACK_COMPLETE=bash _PAINTRACK_LINE=${COMP_LINE:0:COMP_POINT} _PAINTRACK_BREAKS=$COMP_WORDBREAKS \
            command "$program" </dev/null 2>/dev/null
    )
    if [[ $header == files ]]; then
        compopt -o default 2>/dev/null
    elif [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -o nosort -F _paintrack paintrack 2>/dev/null || complete -F _paintrack paintrack
