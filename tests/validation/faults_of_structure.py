"""Faults of the structure tree and of its joints with the pages."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.validation.breaking import breaks, element, elements, kids, redraw

# --- the tree


@breaks("pdf-tree")
def no_structure_tree(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot


@breaks("pdf-tree")
def unknown_role(pdf: Any) -> None:
    element(pdf, "BlockQuote").S = Name.Sidebar


@breaks("pdf-tree")
def role_without_its_mapping(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot.RoleMap


@breaks("pdf-tree")
def not_said_to_be_tagged(pdf: Any) -> None:
    pdf.Root.MarkInfo.Marked = False


@breaks("pdf-tree")
def top_is_no_document(pdf: Any) -> None:
    pdf.Root.StructTreeRoot.K.S = Name.Sect


@breaks("pdf-tree")
def two_elements_at_the_top(pdf: Any) -> None:
    tree = pdf.Root.StructTreeRoot
    tree.K = Array([tree.K, pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=tree))])


@breaks("pdf-parent-tree")
def element_names_another_parent(pdf: Any) -> None:
    element(pdf, "Caption").P = element(pdf, "L")


@breaks("pdf-parent-tree")
def element_stands_twice(pdf: Any) -> None:
    quote = element(pdf, "BlockQuote")
    quote.K = Array([*kids(quote), element(pdf, "Caption")])


@breaks("pdf-empty")
def element_without_content(pdf: Any) -> None:
    section = element(pdf, "Sect")
    section.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=section)))


# --- the parent tree


@breaks("pdf-parent-tree")
def pages_change_their_keys(pdf: Any) -> None:
    one, other = (page.obj for page in pdf.pages)
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


@breaks("pdf-parent-tree")
def page_without_a_key(pdf: Any) -> None:
    del pdf.pages[0].obj.StructParents


@breaks("pdf-parent-tree")
def two_pages_of_one_key(pdf: Any) -> None:
    pdf.pages[1].obj.StructParents = 0


@breaks("pdf-parent-tree")
def no_parent_tree(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@breaks("pdf-parent-tree")
def parent_tree_changes_two_elements(pdf: Any) -> None:
    entry = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    entry[1], entry[2] = entry[2], entry[1]


@breaks("pdf-parent-tree")
def parent_tree_is_too_short(pdf: Any) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = Array(list(numbers[1])[:-1])


@breaks("pdf-parent-tree")
def annotation_finds_another_element(pdf: Any) -> None:
    pdf.pages[0].Annots[0].StructParent = 3


# --- marks


@breaks("pdf-mark-owner")
def element_owns_what_is_not_there(pdf: Any) -> None:
    element(pdf, "H1").K = 999


@breaks("pdf-mark-owner")
def two_elements_own_one_mark(pdf: Any) -> None:
    element(pdf, "H1").K = element(pdf, "Title").K


@breaks("pdf-mark-owner")
def content_that_nobody_owns(pdf: Any) -> None:
    del element(pdf, "Caption").K


@breaks("pdf-mark-owner")
def mark_stands_twice(pdf: Any) -> None:
    redraw(pdf, 0, b"/MCID 1>>", b"/MCID 0>>")


@breaks("pdf-mark-role")
def mark_names_another_role(pdf: Any) -> None:
    redraw(pdf, 0, b"/H1 <<", b"/P <<")


@breaks("pdf-mark-role")
def element_changes_its_role(pdf: Any) -> None:
    element(pdf, "BlockQuote").K.S = Name.Span


@breaks("pdf-marks-balanced")
def mark_is_never_closed(pdf: Any) -> None:
    redraw(pdf, 1, b"ET\nEMC", b"ET")


@breaks("pdf-marks-balanced")
def mark_is_closed_twice(pdf: Any) -> None:
    redraw(pdf, 1, b"EMC", b"EMC EMC")


@breaks("pdf-marks-balanced")
def mark_inside_an_artifact(pdf: Any) -> None:
    redraw(pdf, 1, b"/P <<", b"/Artifact BMC /P <<")
    redraw(pdf, 1, b"EMC", b"EMC EMC")


@breaks("pdf-marks-text")
def mark_cuts_across_a_text(pdf: Any) -> None:
    redraw(pdf, 1, b"ET\nEMC", b"EMC ET")


@breaks("pdf-unmarked")
def footer_is_no_artifact(pdf: Any) -> None:
    redraw(pdf, 1, b"/Artifact", b"/Span")


@breaks("pdf-unmarked")
def line_outside_any_mark(pdf: Any) -> None:
    pdf.pages[1].contents_add(b"10 10 m 20 20 l S")


# --- annotations and links


@breaks("pdf-annotation")
def annotation_of_no_element(pdf: Any) -> None:
    link = element(pdf, "Link", 1)
    link.K = link.K[0]


@breaks("pdf-link")
def link_that_can_not_be_followed(pdf: Any) -> None:
    link = element(pdf, "Link")
    link.K = link.K[0]


@breaks("pdf-link")
def link_that_is_two_on_a_page(pdf: Any) -> None:
    link = element(pdf, "Link")
    page, twin = pdf.pages[0].obj, pdf.make_indirect(Dictionary(pdf.pages[0].Annots[0]))
    page.Annots.append(twin)
    link.K.append(Dictionary(Type=Name.OBJR, Obj=twin, Pg=page))


@breaks("pdf-link")
def link_without_a_text(pdf: Any) -> None:
    link = element(pdf, "Link")
    link.K = link.K[1]


@breaks("pdf-link")
def link_without_a_description(pdf: Any) -> None:
    del pdf.pages[0].Annots[1].Contents


@breaks("pdf-link")
def link_without_a_target(pdf: Any) -> None:
    del pdf.pages[0].Annots[1].A


@breaks("pdf-link")
def link_to_a_place_that_is_not_there(pdf: Any) -> None:
    pdf.pages[0].Annots[0].Dest = String("note-99")


@breaks("pdf-link")
def link_to_a_page_that_is_not_there(pdf: Any) -> None:
    pdf.pages[0].Annots[0].Dest[0] = pdf.make_indirect(Dictionary(Type=Name.Page))


@breaks("pdf-tab-order")
def tab_key_goes_by_rows(pdf: Any) -> None:
    pdf.pages[1].obj.Tabs = Name.R


# --- tables


@breaks("pdf-table-scope")
def header_without_a_scope(pdf: Any) -> None:
    del element(pdf, "TH").A


@breaks("pdf-table-header")
def table_without_a_header(pdf: Any) -> None:
    for cell in elements(pdf.Root.StructTreeRoot.K, "TH"):
        cell.S = Name.TD


@breaks("pdf-table-header")
def header_without_a_text(pdf: Any) -> None:
    del element(pdf, "TH", 1).K


@breaks("pdf-table-shape")
def row_with_a_cell_less(pdf: Any) -> None:
    row = element(pdf, "TR", 2)
    row.K = row.K[0]


@breaks("pdf-table-shape")
def cell_that_spans_too_far(pdf: Any) -> None:
    element(pdf, "TD").A = Dictionary(O=Name.Table, ColSpan=2)


@breaks("pdf-table-shape")
def row_outside_a_table(pdf: Any) -> None:
    element(pdf, "Table").S = Name.Sect


# --- headings, figures, notes, lists


@breaks("pdf-headings")
def heading_skips_a_level(pdf: Any) -> None:
    element(pdf, "H2").S = Name.H3


@breaks("pdf-headings")
def first_heading_is_of_level_two(pdf: Any) -> None:
    element(pdf, "H1").S = Name.H2


@breaks("pdf-figure-alt")
def figure_without_an_alternative(pdf: Any) -> None:
    del element(pdf, "Figure").Alt


@breaks("pdf-figure-alt")
def alternative_is_the_title(pdf: Any) -> None:
    element(pdf, "Figure").Alt = String("Twelve hives, more than ever")


@breaks("pdf-figure-alt")
def alternative_is_a_file_name(pdf: Any) -> None:
    element(pdf, "Figure").Alt = String("hives.png")


@breaks("pdf-figure-box")
def figure_without_a_box(pdf: Any) -> None:
    del element(pdf, "Figure").A.BBox


@breaks("pdf-figure-box")
def figure_box_elsewhere(pdf: Any) -> None:
    element(pdf, "Figure").A.BBox = Array([300, 10, 400, 20])


@breaks("pdf-note")
def note_without_an_id(pdf: Any) -> None:
    del element(pdf, "Note").ID


@breaks("pdf-note")
def note_that_is_not_listed(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot.IDTree


@breaks("pdf-list")
def item_that_is_a_paragraph(pdf: Any) -> None:
    element(pdf, "LI").S = Name.P


@breaks("pdf-list")
def item_without_a_body(pdf: Any) -> None:
    element(pdf, "LBody").S = Name.P


@breaks("pdf-list")
def bullets_that_are_not_announced(pdf: Any) -> None:
    del element(pdf, "L").A


@breaks("pdf-order")
def paragraphs_read_in_another_order(pdf: Any) -> None:
    section = element(pdf, "Sect")
    section.K = Array([section.K[0], section.K[4], *list(section.K)[1:4], *list(section.K)[5:]])


# --- what stands in what


@breaks("pdf-figure-box")
def figure_outside_its_page(pdf: Any) -> None:
    for page in pdf.pages:
        page.obj.MediaBox = Array([0, 0, 20, 20])


@breaks("pdf-table-shape")
def row_with_words(pdf: Any) -> None:
    row = element(pdf, "TR", 1)
    row.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, P=row)))


@breaks("pdf-list")
def item_outside_a_list(pdf: Any) -> None:
    item, section = element(pdf, "LI"), element(pdf, "Sect")
    section.K.append(item)
    points = element(pdf, "L")
    points.K = Array([one for one in kids(points) if one.objgen != item.objgen])
    item.P = section


@breaks("pdf-empty")
def paragraph_without_words(pdf: Any) -> None:
    section = element(pdf, "Sect")
    inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span))
    outer = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=section, K=inner))
    inner.P = outer
    section.K.append(outer)
