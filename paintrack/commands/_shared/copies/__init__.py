"""What the commands on copies share: the passphrase, and questions about whole files."""
