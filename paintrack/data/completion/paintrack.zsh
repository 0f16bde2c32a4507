#compdef paintrack
# Tab completion of paintrack, for zsh 5 or newer. Made by: paintrack completion show zsh

_paintrack() {
    emulate -L zsh
    local program=paintrack line typed=$LBUFFER
    local -a lines values shown suffix
    # The program that is typed, where it is typed with its folder.
    [[ $words[1] == */* ]] && program=${words[1]/#\~\//$HOME/}
    # LBUFFER lacks an open quote, so that a space behind it would part the word; PREFIX has it or a backslash.
    if [[ $typed == *$PREFIX ]]; then
        typed=${typed%$PREFIX}$QIPREFIX$PREFIX
    elif [[ $typed == *${(Q)PREFIX} ]]; then
        typed=${typed%${(Q)PREFIX}}$PREFIX
    fi
    lines=("${(@f)$(
        _PAINTRACK_COMPLETE=zsh _PAINTRACK_LINE=$typed _PAINTRACK_WORDS=$CURRENT \
            command $program </dev/null 2>/dev/null
    )}")
    if [[ $lines[1] == files ]]; then
        _files
        return
    fi
    [[ $lines[1] == offers* ]] || return 1
    # Of `--for=lower` the part before the value stays.
    compset -p ${lines[1]#offers }
    for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\t'*}")
        line=${line/$'\t'/  -- }
        shown+=("${line%  -- }")
    done
    [[ $values[1] == *= ]] && suffix=(-S '')
    compadd -V paintrack -l -d shown "${suffix[@]}" -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -a values
}

if [[ $funcstack[1] == _paintrack ]]; then
    _paintrack "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _paintrack paintrack
fi
