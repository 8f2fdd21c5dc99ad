"""Open data: every format out of the same entries. These lists are the only place that names them all.

Each of EXPORTS is called with the Material and gives Files, whose bytes are made only where their key says that they changed.
LAST are made one after the other from the files of all others.
"""

from hub.exports.api import api
from hub.exports.calendars import calendars
from hub.exports.citations import citations
from hub.exports.csv_tables import csv_tables
from hub.exports.dcat import dcat
from hub.exports.downloads import checksums, data_zip, site_zip
from hub.exports.feed_files import feed_files
from hub.exports.hsds import hsds
from hub.exports.openapi import openapi
from hub.exports.skos import skos
from hub.exports.xlsx_tables import xlsx_tables

EXPORTS = (site_zip, xlsx_tables, skos, api, csv_tables, feed_files, citations, hsds, openapi, dcat, calendars)
LAST = (data_zip, checksums)
