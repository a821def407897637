"""The addresses on which staff work with registers."""

from django.urls import path

from answerable.web.registers import loading, pages

addresses = [
    path("figures/registers/", pages.every_register, name="registers"),
    path("figures/registers/load/", loading.new_load, name="register-load-new"),
    path("figures/registers/loads/<int:number>/", loading.one_load, name="register-load"),
    path("figures/registers/<slug:name>/", pages.one_register, name="register"),
    path("figures/registers/<slug:name>.csv", pages.register_file, name="register-file"),
]
