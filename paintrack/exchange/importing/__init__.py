"""Reading files: their entries are checked, mapped and compared with what is stored.

The modules are the steps of one pipeline, from the open stream to the plan. CSV and JSON share most of them, so that
rooms by format would part what belongs together.
"""
