"""The library behind the hub: files in, files out. It knows no MkDocs; mkdocs_events.py, one folder up, does.

A module imports only from rows below its own (tests/test_house.py holds this drawing against the imports):

    cli                                                          the commands
    commands                                                     those of editors and their workflows, one module each
    build  serve  diff                                           whole runs: check, draw, publish
    handover                                                     languages drawn on other machines
    site  engine                                                 pages and outputs -> files; the generator for the frame
    exports                                                      open data: every format out of the same entries
    print                                                        products on paper: what they hold, set as PDF
    drawing  outputs                                             pages -> HTML; sitemap and other files beside the pages
    pages  fragments                                             one module for each type of page; what repeats on them
    search  feed_paths  json_ld                                  what can be found, and the index the browser asks
    github                                                       issue forms, filled forms, changes in words
    progress                                                     how far translations have come
    check  library                                               all problems; everything pages ask for, links both ways
    exchange_formats                                             the files of those tools
    exchange                                                     texts for translation tools, and what comes back
    rules                                                        rules across entries, one function each
    upkeep  link_check  admin  markdown_tree                     what is to be looked at again; the web form; the site as plain Markdown
    new_entry                                                    what a new entry asks for, its name and its text
    editor_schemas                                               schemas and settings for text editors
    load                                                         files -> records and translations
    history                                                      what a file said earlier
    packs                                                        what an organiser prints for a seminar
    manual  shape  view  stamping  schemas  catalogue  navigation  shown  withdrawn   one record, and in one language; what its page shows
    kinds  links  translation  freshness  term_pages  glossary  citing   fields of each kind; what points where; what is outdated
    fields  labels                                               types of fields; words of the interface
    patching                                                     one value of a file is changed, all else stays
    vocabulary  store  writing  site_files                       controlled terms; parses kept between runs; data as YAML; files of the site
    document  report                                             YAML text that knows its place; problems in print
    picture  problem_guide  options                              pictures' metadata; what each code means; options of commands
    problem  project  collation  icons  region_map  page  frame  shell  publish

What flows where:

    practices/ contacts/ seminars/ sources/         docs/ + hooks/theme/frame.html
        | load      Document -> Record                  | engine    Frame: header and footer, written pages
        | rules     problems, all in one run            |
        v library   links, translations, age            v
        pages -> drawing -> site  ------------------->  publish: the site, in one step
"""
