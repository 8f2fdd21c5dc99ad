"""Files beside the pages. This list is the only place that names them all.

Each is called with the library, the engine's frame, the plans of all pages and the coverage of all translations,
{language: {id: complete, partial or missing}}, and gives (path, bytes) pairs.
"""

from hub.outputs.headers import headers
from hub.outputs.redirects import redirects
from hub.outputs.robots import robots
from hub.outputs.sitemap import sitemap

OUTPUTS = (sitemap, robots, redirects, headers)
