"""What the commands share: options, context, parsing of typed words."""
