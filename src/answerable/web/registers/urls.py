"""The addresses on which staff work with registers."""

from django.urls import path

from answerable.web.registers import loading, measuring, pages

addresses = [
    path("figures/registers/", pages.every_register, name="registers"),
    path("figures/registers/load/", loading.new_load, name="register-load-new"),
    path("figures/registers/loads/<int:number>/", loading.one_load, name="register-load"),
    path("figures/registers/<slug:name>/", pages.one_register, name="register"),
    path("figures/registers/<slug:name>.csv", pages.register_file, name="register-file"),
    path("figures/measures/", measuring.every_measure, name="measures"),
    path("figures/measures/<slug:name>/", measuring.one_measure, name="measure"),
    path("figures/measures/<slug:name>.<slug:form>", measuring.measure_file, name="measure-file"),
    path("figures/tables/<int:number>/", measuring.one_table, name="measured-table"),
    path(
        "figures/tables/<int:number>.<slug:form>", measuring.table_file, name="measured-table-file"
    ),
]
