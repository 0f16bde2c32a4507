# Tab completion of paintrack, for PowerShell 5.1 or newer. Made by: paintrack completion show powershell

Register-ArgumentCompleter -Native -CommandName paintrack -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $program = 'paintrack'
    # The program that is typed, where it is typed with its folder.
    $typed = $commandAst.GetCommandName()
    if ($typed -match '[\\/]') { $program = $typed }
    $consoleEncoding, $pythonEncoding = [Console]::OutputEncoding, $env:PYTHONIOENCODING
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:PYTHONIOENCODING = 'utf-8'
        $env:_PAINTRACK_COMPLETE = 'powershell'
        $env:_PAINTRACK_LINE = $commandAst.Extent.Text.PadRight($length).Substring(0, $length)
        $lines = @($null | & $program 2>$null)
    } finally {
        [Console]::OutputEncoding = $consoleEncoding
        $env:PYTHONIOENCODING = $pythonEncoding
        Remove-Item Env:_PAINTRACK_COMPLETE, Env:_PAINTRACK_LINE -ErrorAction SilentlyContinue
    }
    # Where nothing is returned, PowerShell completes names of files.
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $shown, $about = $_ -split "`t"
        New-Object System.Management.Automation.CompletionResult $value, $shown, 'ParameterValue', $about
    }
}
