"""The addresses of the words that the office teaches."""

from django.urls import path

from answerable.web.casework.teaching import files, groups, lists, names, product

addresses = [
    path("words/", lists.all_words, name="words"),
    path("words/new-group/", groups.new_group, name="words-group-new"),
    path("words/group/<slug:slug>/", groups.group, name="words-group"),
    path("words/new-name/", names.new_name, name="words-name-new"),
    path("words/name/<slug:slug>/", names.name, name="words-name"),
    path("words/product/<slug:slug>/", product.product, name="words-product"),
    path("words/file/", files.import_page, name="words-import"),
    path("words.toml", files.words_file, name="words-file"),
]
