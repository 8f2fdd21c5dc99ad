"""The commands of editors and of their workflows. These lists are the only place that names them all; cli.py takes them in."""

from hub.commands.new import new
from hub.commands.schema import schema

COMMANDS = (new, schema)
TRANSLATE = ()
