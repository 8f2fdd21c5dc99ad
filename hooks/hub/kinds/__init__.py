"""The kinds of entry. This list is the only place that names them all; its order is the order on pages."""

from hub.kinds import (
    comparison,
    event,
    instrument,
    model,
    network,
    nrm,
    organisation,
    practice,
    recommendation,
    shelter,
    situation,
    source,
    tool,
)

KINDS = {
    module.KIND.name: module.KIND
    for module in (situation, nrm, practice, organisation, shelter, network, recommendation, comparison, instrument, model, tool, event, source)
}
