"""The library behind the hub: files in, files out. It knows no MkDocs; mkdocs_events.py, one folder up, does.

A module imports only from rows below its own (tests/test_house.py holds this drawing against the imports):

    cli                                                          the commands
    build  serve  diff                                           whole runs: check, draw, publish
    site  engine                                                 pages and outputs -> files; the generator for the frame
    exports                                                      open data: every format out of the same entries
    drawing  outputs                                             pages -> HTML; sitemap and other files beside the pages
    pages  fragments                                             one module for each type of page; what repeats on them
    search  feed_paths  json_ld                                  what can be found, and the index the browser asks
    check  library                                               all problems; everything pages ask for, links both ways
    rules                                                        rules across entries, one function each
    load                                                         files -> records and translations
    shape  view  stamping  schemas  catalogue  navigation  shown  withdrawn   one record, and in one language; what its page shows
    kinds  links  translation  freshness  term_pages  glossary  citing   fields of each kind; what points where; what is outdated
    fields  labels                                               types of fields; words of the interface
    vocabulary  store                                            controlled terms; parses kept between runs
    document  report                                             YAML text that knows its place; problems in print
    problem  project  collation  icons  region_map  page  frame  shell  publish

What flows where:

    practices/ contacts/ seminars/ sources/         docs/ + hooks/theme/frame.html
        | load      Document -> Record                  | engine    Frame: header and footer, written pages
        | rules     problems, all in one run            |
        v library   links, translations, age            v
        pages -> drawing -> site  ------------------->  publish: the site, in one step
"""
