"""Search: what can be found in one language, and the index the browser asks.

    library, labels -> findables -> pagefind_index -> files below assets/search/<language>/
                          facets, word_forms: what results are narrowed by, and the words that lead to them
"""
