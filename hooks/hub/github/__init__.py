"""What GitHub is given and what comes back from it: issue forms, filled forms, owners of folders, and changes in words."""
