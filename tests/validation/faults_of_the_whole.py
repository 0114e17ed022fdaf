"""Faults of text, fonts, properties and attachments."""

from __future__ import annotations

import re
from typing import Any

from pikepdf import Name, String

from tests.validation.breaking import breaks, element, fonts, redraw

# --- text


@breaks("pdf-words-joined")
def line_ends_without_a_space(pdf: Any) -> None:
    content = pdf.pages[0].Contents
    data, count = re.subn(rb"20(>\]? T[jJ])", rb"\1", content.read_bytes())
    assert count
    content.write(data)


@breaks("pdf-unicode")
def font_without_a_map_to_unicode(pdf: Any) -> None:
    del fonts(pdf)[0].ToUnicode


@breaks("pdf-unicode")
def map_to_the_null_character(pdf: Any) -> None:
    stream = fonts(pdf)[0].ToUnicode
    stream.write(stream.read_bytes().replace(b"<0065>", b"<0000>"))


@breaks("pdf-unicode")
def map_to_the_replacement_character(pdf: Any) -> None:
    stream = fonts(pdf)[0].ToUnicode
    stream.write(stream.read_bytes().replace(b"<0065>", b"<FFFD>"))


@breaks("pdf-glyph-missing")
def character_without_a_glyph(pdf: Any) -> None:
    redraw(pdf, 0, b" Tf <", b" Tf <00")


@breaks("pdf-page-edge")
def text_runs_off_the_page(pdf: Any) -> None:
    redraw(pdf, 1, b"BT 72 ", b"BT 560 ")


@breaks("pdf-overlap")
def text_over_text(pdf: Any) -> None:
    redraw(pdf, 1, b"BT 72 780.0", b"BT 72 762.0")


# --- language


@breaks("pdf-language")
def paper_without_a_language(pdf: Any) -> None:
    del pdf.Root.Lang


@breaks("pdf-language")
def language_that_is_none(pdf: Any) -> None:
    element(pdf, "BlockQuote").Lang = String("greek language")


@breaks("pdf-script")
def greek_marked_as_english(pdf: Any) -> None:
    del element(pdf, "BlockQuote").K.Lang


@breaks("pdf-script")
def greek_marked_as_russian(pdf: Any) -> None:
    element(pdf, "BlockQuote").K.Lang = String("ru")


# --- the paper as a whole


@breaks("pdf-bookmarks")
def no_bookmarks(pdf: Any) -> None:
    del pdf.Root.Outlines


@breaks("pdf-bookmarks")
def bookmark_says_something_else(pdf: Any) -> None:
    pdf.Root.Outlines.First.Title = String("Why wasps matter")


@breaks("pdf-bookmarks")
def bookmark_of_another_level(pdf: Any) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(next(item for item in outline.root if item.children).children.pop())


@breaks("pdf-bookmarks")
def bookmarks_in_another_order(pdf: Any) -> None:
    with pdf.open_outline() as outline:
        outline.root.reverse()


@breaks("pdf-fonts")
def font_is_not_embedded(pdf: Any) -> None:
    del fonts(pdf)[0].FontDescriptor.FontFile2


@breaks("pdf-fonts")
def font_is_no_subset(pdf: Any) -> None:
    fonts(pdf)[0].BaseFont = Name("/SourceSans3-Regular")


@breaks("pdf-title")
def window_shows_the_file_name(pdf: Any) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breaks("pdf-title")
def no_title(pdf: Any) -> None:
    del pdf.trailer.Info.Title


@breaks("pdf-metadata")
def author_differs_from_xmp(pdf: Any) -> None:
    pdf.trailer.Info.Author = String("Somebody Else")


@breaks("pdf-metadata")
def date_differs_from_xmp(pdf: Any) -> None:
    pdf.trailer.Info.ModDate = String("D:20240701")


@breaks("pdf-claims")
def no_xmp(pdf: Any) -> None:
    del pdf.Root.Metadata


@breaks("pdf-claims")
def does_not_claim_pdf_ua(pdf: Any) -> None:
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


@breaks("pdf-page-labels")
def no_page_labels(pdf: Any) -> None:
    del pdf.Root.PageLabels


@breaks("pdf-attachment")
def attachment_that_belongs_to_nothing(pdf: Any) -> None:
    del pdf.Root.AF


@breaks("pdf-attachment")
def attachment_without_a_relationship(pdf: Any) -> None:
    del pdf.Root.AF[0].AFRelationship


# --- what the validator finds and our rules do not look for


@breaks("pdf-a")
def no_output_intent(pdf: Any) -> None:
    del pdf.Root.OutputIntents


@breaks("pdf-a")
def annotation_without_flags(pdf: Any) -> None:
    del pdf.pages[0].Annots[0].F


@breaks("pdf-ua")
def xmp_without_a_title(pdf: Any) -> None:
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b"dc:title", b"dc:rights"))
