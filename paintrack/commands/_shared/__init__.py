"""What the commands share: options, context and console, parsing, and the call through typer.

What several commands of one kind share has a room of its own. On this floor is what any command may need (`context`,
`parsing`, `typer_invocation`, `urgent_advice`), and what two or three commands share that no room is about.
"""
