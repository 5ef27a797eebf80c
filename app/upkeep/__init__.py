"""What keeps the data well: schema, backups, the bin, settings, health."""
