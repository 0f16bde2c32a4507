"""The file itself: where it is, its header, tables and upgrades, connections and transactions."""
