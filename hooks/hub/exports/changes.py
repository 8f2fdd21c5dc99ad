"""What changed in the published shape, newest first, and the rule for taking something away."""

DEPRECATION = (
    "Within version 1 fields are only added. A field that is to go is marked as deprecated here and in the schema at least twelve months "
    "before version 2 appears beside version 1; version 1 then stays for another twelve months. Ids and addresses of entries stay for ever: "
    "an entry that is renamed or withdrawn says so at its old address."
)

CHANGES = ({"version": "1.0.0", "date": "2026-11-22", "change": "First published shape."},)
