"""Workbooks with a secret in a seventh set of places, written by somebody who knew none of the rules: what stands in their parts."""

import base64
import struct

from tests.support.planted.cells import written
from tests.support.planted.fixtures import MISSED, Listed, edited, related, with_part, zipped
from tests.support.planted.makers import named
from tests.support.planted.workbooks import BOOK, SHEET

SEVENTH_SHEET_PARTS = Listed()
planted = SEVENTH_SHEET_PARTS.planted
ROW = 121
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_X15 = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"'
_XML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_EXCEL = "application/vnd.ms-excel."
_MICROSOFT = "http://schemas.microsoft.com/office/"
_FIELDS = '<cacheFields count="3"><cacheField name="Ward" numFmtId="0"><sharedItems/></cacheField><cacheField name="Bins" numFmtId="0"><sharedItems/></cacheField><cacheField name="Routes" numFmtId="0"><sharedItems/></cacheField></cacheFields>'
_SOURCE = '<cacheSource type="worksheet"><worksheetSource ref="A1:C4" sheet="Data"/></cacheSource>'


def _part(name, path, content, type_, reached):
    """List a workbook with one part more, which holds the secret."""

    def make(secret):
        if not secret:
            return written()
        return with_part(written(), path, content.replace("SECRET", secret).encode(), type_, reached)  # fmt: skip

    planted(MISSED, ROW)(named(make, f"seventh_part_{name}"))


_part("timeline_of_a_field", "xl/timelineCaches/timelineCache1.xml", f'<timelineCacheDefinition {_X15} name="NativeTimeline_Day" sourceName="SECRET"><pivotTables/><state singleRangeFilterState="0" minimalRefreshVersion="6" lastRefreshVersion="6" pivotCacheId="1" filterType="unknown"/></timelineCacheDefinition>', f"{_EXCEL}timelineCache+xml", (BOOK, f"{_MICROSOFT}2011/relationships/timelineCache"))  # fmt: skip
_part("view_that_somebody_named", "xl/namedSheetViews/namedSheetView1.xml", '<namedSheetViews xmlns="http://schemas.microsoft.com/office/spreadsheetml/2019/namedsheetviews"><namedSheetView name="For SECRET" id="{5D5CDB10-6A1C-4A43-9C11-2D2E4F6A7B77}"/></namedSheetViews>', f"{_EXCEL}namedsheetviews+xml", (SHEET, f"{_MICROSOFT}2019/04/relationships/namedSheetView"))  # fmt: skip
_part("who_shared_a_workbook_and_when", "xl/revisions/revisionHeaders.xml", f'<headers {_MAIN} {_R} guid="{{0F6D4B12-AC5A-4F61-8C07-2D2E4F6A7B77}}"><header guid="{{0F6D4B12-AC5A-4F61-8C07-2D2E4F6A7B77}}" dateTime="2024-07-01T09:00:00" maxSheetId="2" userName="SECRET" r:id="rId1"><sheetIdMap count="1"><sheetId val="1"/></sheetIdMap></header></headers>', f"{_XML}revisionHeaders+xml", (BOOK, "revisionHeaders"))  # fmt: skip
_part("caption_of_a_slicer_that_shows_none", "xl/slicers/slicer1.xml", '<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="Ward" cache="Slicer_Ward" caption="SECRET" showCaption="0" rowHeight="241300"/></slicers>', f"{_EXCEL}slicer+xml", (SHEET, f"{_MICROSOFT}2007/relationships/slicer"))  # fmt: skip
_part("name_of_a_cell_of_a_form_in_xml", "xl/tables/tableSingleCells1.xml", f'<singleXmlCells {_MAIN}><singleXmlCell id="1" r="A1" connectionId="0"><xmlCellPr id="1" uniqueName="SECRET"><xmlPr mapId="1" xpath="/bins/ward" xmlDataType="string"/></xmlCellPr></singleXmlCell></singleXmlCells>', f"{_XML}tableSingleCells+xml", (SHEET, "tableSingleCells"))  # fmt: skip
_part("question_of_a_query_for_a_value", "xl/connections.xml", f'<connections {_MAIN}><connection id="1" name="Bins" type="1" refreshedVersion="6"><dbPr connection="DSN=Bins" command="EXEC bins_of ?"/><parameters count="1"><parameter name="Officer" sqlType="12" prompt="SECRET or another?"/></parameters></connection></connections>', f"{_XML}connections+xml", (BOOK, "connections"))  # fmt: skip
_part("label_of_sums_of_rows_that_are_off", "xl/pivotTables/pivotTable1.xml", f'<pivotTableDefinition {_MAIN} name="PivotTable1" cacheId="1" rowGrandTotals="0" colGrandTotals="0" grandTotalCaption="SECRET" dataCaption="Values"><location ref="F1:G4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>', f"{_XML}pivotTable+xml", ("", ""))  # fmt: skip
_part("formula_of_a_field_that_is_worked_out", "xl/pivotCache/pivotCacheDefinition1.xml", f'<pivotCacheDefinition {_MAIN} {_R} saveData="0" refreshOnLoad="1">{_SOURCE}' + _FIELDS.replace('"3"', '"4"').replace("</cacheFields>", '<cacheField name="Share" numFmtId="0" formula="Bins/SECRET" databaseField="0"/></cacheFields>') + "</pivotCacheDefinition>", f"{_XML}pivotCacheDefinition+xml", (BOOK, "pivotCacheDefinition"))  # fmt: skip


@planted(MISSED, ROW)
def seventh_part_who_refreshed_a_table_of_sums(secret):
    """Excel writes the name of whoever pressed Refresh into what a table of sums is drawn from."""
    who = f' refreshedBy="{secret}"' if secret else ""
    content = f'<pivotCacheDefinition {_MAIN} {_R} saveData="0" refreshOnLoad="1"{who} refreshedDate="45474.375" createdVersion="6" refreshedVersion="6" recordCount="3">{_SOURCE}{_FIELDS}</pivotCacheDefinition>'
    data = with_part(written(), "xl/pivotCache/pivotCacheDefinition1.xml", content.encode(), f"{_XML}pivotCacheDefinition+xml", (BOOK, "pivotCacheDefinition"))  # fmt: skip
    return edited(data, BOOK, ("</workbook>", '<pivotCaches><pivotCache cacheId="1" r:id="rIdPlanted"/></pivotCaches></workbook>'))  # fmt: skip


@planted(MISSED, ROW, is_bare=True)
def seventh_part_steps_of_a_query(secret):
    """Power Query packs its steps into a zip (MS-QDEFF), and that into letters of base 64."""
    steps = f'section Section1;\n\nshared Bins = let Source = Csv.Document(File.Contents("C:\\{secret}\\bins.csv")) in Source;'
    package = zipped({"Formulas/Section1.m": steps.encode()})
    rights = b"<PermissionList/>"
    packed = struct.pack("<II", 0, len(package)) + package + struct.pack("<I", len(rights)) + rights
    packed += struct.pack("<II", 0, 0)
    item = f'<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">{base64.b64encode(packed).decode()}</DataMashup>'
    if not secret:
        return written()
    return with_part(written(), "customXml/item1.xml", item.encode(), "application/xml", (BOOK, "customXml"))  # fmt: skip


@planted(MISSED, ROW)
def seventh_part_words_for_listeners_of_a_button(secret):
    """A button's words for screen readers stand in the sheet, and not in its drawing."""
    data = written(lambda _, sheet: sheet.insert_button("E2", {"caption": "Go"}))
    if not secret:
        return data
    content = '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button"/>'
    data = with_part(data, "xl/ctrlProps/ctrlProp1.xml", content.encode(), f"{_EXCEL}controlproperties+xml", (SHEET, "ctrlProp"))  # fmt: skip
    control = f'<controls><control shapeId="1025" r:id="rIdPlanted" name="Button 1"><controlPr defaultSize="0" print="0" autoFill="0" altText="{secret}"><anchor><from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></to></anchor></controlPr></control></controls></worksheet>'
    control = control.replace("<anchor>", '<anchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">')  # fmt: skip
    return edited(data, SHEET, ("</worksheet>", control))


@planted(MISSED, ROW)
def seventh_part_place_of_a_linked_workbook_that_was_lost(secret):
    """A linked workbook that was not found when it was last looked for, and where it should have been."""
    if not secret:
        return written()
    content = f'<externalLink {_MAIN} {_R}><externalBook r:id="rIdPlanted"><sheetNames><sheetName val="Raw"/></sheetNames></externalBook></externalLink>'
    data = with_part(written(), "xl/externalLinks/externalLink1.xml", content.encode(), f"{_XML}externalLink+xml", (BOOK, "externalLink"))  # fmt: skip
    kind = f"{_MICROSOFT}2006/relationships/xlExternalLinkPath/xlPathMissing"
    return related(data, "xl/externalLinks/externalLink1.xml", kind, f"file:///C:/Users/{secret}/Raw.xlsx")  # fmt: skip


@planted(MISSED, ROW)
def seventh_part_log_that_a_shared_sheet_keeps_of_its_names(secret):
    """A shared workbook keeps which sheet was renamed, from what to what."""
    if not secret:
        return written()
    content = f'<revisions {_MAIN}><rsnm rId="1" sheetId="1" oldName="[Bins.xlsx]{secret}" newName="[Bins.xlsx]Data"/></revisions>'
    return with_part(written(), "xl/revisions/revisionLog7.xml", content.encode(), f"{_XML}revisionLog+xml", (BOOK, "revisionLog"))  # fmt: skip
