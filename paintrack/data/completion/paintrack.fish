# Tab completion of paintrack, for fish 3 or newer. Made by: paintrack completion show fish

function __paintrack_complete
    set -l program paintrack
    # The program that is typed, where it is typed with its folder.
    for token in (commandline -opc)
        string match -qr '^\w+=' -- $token; and continue
        string match -q '*/*' -- $token; and set program (string replace -r '^~/' "$HOME/" -- $token)
        break
    end
    set -l line (commandline -cp | string collect)
    set -l lines (env _PAINTRACK_COMPLETE=fish _PAINTRACK_LINE="$line" $program </dev/null 2>/dev/null)
    set -q lines[1]; or return
    if test $lines[1] = files
        __fish_complete_path (commandline -ct)
        return
    end
    set -e lines[1]
    printf '%s\n' $lines
end

complete -c paintrack -f -k -a '(__paintrack_complete)'
