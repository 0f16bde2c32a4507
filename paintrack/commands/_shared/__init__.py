"""What the commands share: options, context and console, parsing, and the call through typer."""
