"""What was probably meant by a command line that failed, or by words that would be saved as a text.

`errors_with_suggestions` asks the others: `meanings` says what words mean, `suggestions` which command line that is,
and here are the tables of words for commands and options and the line taken apart. `urgent_advice_on_refused_lines`
looks for serious symptoms in such a line. Recording a score loads nothing of this.
"""
