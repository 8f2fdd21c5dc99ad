"""Files beside the pages. This list is the only place that names them all; each gives (path, bytes) pairs."""

from hub.outputs.redirects import redirects
from hub.outputs.robots import robots
from hub.outputs.sitemap import sitemap

OUTPUTS = (sitemap, robots, redirects)
