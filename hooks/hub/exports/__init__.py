"""Open data: every format out of the same entries. This list is the only place that names them all.

Each is called with the Material and gives Files, whose bytes are made only where their key says that they changed.
"""

from hub.exports.api import api
from hub.exports.openapi import openapi

EXPORTS = (api, openapi)
# Made last, from the files of all others.
DOWNLOADS = ()
