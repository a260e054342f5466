"""The creative tools, one folder each: `spec` (pure data), `run` (torch), `panel` (Qt)."""
