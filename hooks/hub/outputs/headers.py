"""_headers, as several static hosts read it: what other sites may read, and for how long a copy is good."""

OPEN = ("/api/*", "/feeds/*", "/downloads/*")


def headers(library, frame, plans, coverage):
    folders = [*OPEN, *(f"/{code}/feeds/*" for code in library.languages[1:])]
    lines = [f"{folder}\n  Access-Control-Allow-Origin: *\n  Cache-Control: public, max-age=3600\n  X-Robots-Tag: noindex\n" for folder in folders]
    lines.append("/api/v1/*.jsonld\n  Content-Type: application/ld+json; charset=utf-8\n")
    lines.append("/api/v1/*.ttl\n  Content-Type: text/turtle; charset=utf-8\n")
    yield "_headers", "\n".join(lines).encode()
