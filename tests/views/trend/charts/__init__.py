"""The charts of `trend`, in a terminal and as a drawing.

Each kind of chart has a test module of its own, beside what reads the charts back.
"""
