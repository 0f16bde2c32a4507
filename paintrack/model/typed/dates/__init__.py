"""Days and times as people type them: read, refused with a form that works, offered."""
