"""robots.txt: everything may be read; where the sitemap is."""


def robots(library, frame, plans, coverage):
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {library.project.site_url}sitemap.xml\n".encode()
