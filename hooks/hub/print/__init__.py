"""Printed matter: what a product holds as data, set by typst with the templates in typst/ and the fonts in fonts/.

    pick  ready                    what a person asks for; what the site offers
    products                       one module for each product
    entry_part  country_part ...   blocks that several products share
    edition  blocks  qr            texts in the languages of a document; its pieces
    typesetting  setter            document -> PDF, here or in a process of its own
    row_headers                    what the typesetter leaves untagged
"""
