"""The commands of editors and of their workflows. These lists are the only place that names them all; cli.py takes them in."""

from hub.commands.admin import admin
from hub.commands.export_docs import export_docs
from hub.commands.github import changes, form, forms
from hub.commands.new import new
from hub.commands.pdf import pdf
from hub.commands.schema import problems, schema
from hub.commands.translations import export, import_, status
from hub.commands.upkeep import due, links

COMMANDS = (pdf, new, due, links, schema, problems, changes, form, forms, admin, export_docs)
TRANSLATE = (status, export, import_)
