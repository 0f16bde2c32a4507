"""What was probably meant by a command line that failed, or by words that would be saved as a text.

Recording a score loads nothing of this.
"""
