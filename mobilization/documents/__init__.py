"""What the process prints: briefing paper, summary of Meeting 1, blueprint."""
