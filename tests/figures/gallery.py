"""Ordinary matplotlib figures, each of some feature that a renderer can get wrong. Seeded; no subject of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

GALLERY: dict[str, Callable[[Figure], None]] = {}


def figure(build: Callable[[Figure], None]) -> Callable[[Figure], None]:
    GALLERY[build.__name__] = build
    return build


def chance(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


@figure
def bars_with_rotated_names(f: Figure) -> None:
    axes, x = f.add_subplot(), np.arange(6)
    axes.bar(x - 0.2, [3, 5, 2, 8, 6, 4], 0.4, label="2019–20")
    axes.bar(x + 0.2, [4, 4, 3, 9, 5, 6], 0.4, label="2023–24", color="#c9d8e8", edgecolor="#1f4e79")
    axes.set_xticks(x, ["Јабука", "Aprikose", "Ελιά", "Çilek", "Căpșună", "Žlutý"], rotation=30, ha="right")
    axes.set_title("Harvest by fruit", weight="bold")
    axes.legend()


@figure
def hatched_bars(f: Figure) -> None:
    axes = f.add_subplot()
    for x, hatch in enumerate(["//", "xx", "..", "oo", "\\\\", "++", "**", "--"]):
        axes.bar(x, x + 3, color="#c9d8e8", edgecolor="#1f4e79", hatch=hatch)


@figure
def lines_with_markers_and_dashes(f: Figure) -> None:
    axes, x, r = f.add_subplot(), np.arange(2000, 2024), chance(1)
    for marker, line in zip("os^D", ["-", "--", ":", "-."], strict=True):
        axes.plot(x, np.cumsum(r.normal(size=len(x))), line, marker=marker, ms=4, lw=1.4)
    axes.axhline(0, color="k", lw=0.5, dashes=(4, 2))


@figure
def lines_cut_by_the_frame(f: Figure) -> None:
    axes, x = f.add_subplot(), np.linspace(0, 20, 400)
    axes.plot(x, np.tan(x), lw=1)
    axes.set_ylim(-2, 2)
    axes.set_xlim(3, 15)


@figure
def see_through_bands(f: Figure) -> None:
    axes, x = f.add_subplot(), np.linspace(0, 6, 60)
    for shift in range(3):
        y = np.sin(x + shift)
        axes.plot(x, y)
        axes.fill_between(x, y - 0.4, y + 0.4, alpha=0.3, lw=0)


@figure
def stacked_areas(f: Figure) -> None:
    axes = f.add_subplot()
    axes.stackplot(range(20), chance(2).random((4, 20)), labels=list("ABCD"))
    axes.legend(loc="upper left")


@figure
def scatter_with_edges(f: Figure) -> None:
    axes, r = f.add_subplot(), chance(3)
    dots = axes.scatter(
        r.random(150), r.random(150), s=r.random(150) * 60, c=r.random(150), alpha=0.6, edgecolors="w", linewidths=0.4
    )
    f.colorbar(dots)


@figure
def image_of_squares(f: Figure) -> None:
    axes = f.add_subplot()
    axes.imshow(chance(4).random((8, 12)), cmap="Blues", aspect="auto")
    for i in range(8):
        axes.text(i, i, f"{i / 8:.1f}", ha="center", va="center", size=8, weight="semibold")


@figure
def smooth_image_with_alpha(f: Figure) -> None:
    axes = f.add_subplot()
    axes.imshow(chance(5).random((10, 16)), interpolation="bilinear", alpha=0.6, aspect="auto")


@figure
def image_through_a_circle(f: Figure) -> None:
    from matplotlib.patches import Circle

    axes = f.add_subplot()
    circle = Circle((5, 2.5), 2, transform=axes.transData)
    image = axes.imshow(np.linspace(0, 1, 64)[None, :], extent=(2, 8, 0, 5), cmap="Blues", aspect="auto")
    image.set_clip_path(circle)
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 5)


@figure
def image_pixels_unscaled(f: Figure) -> None:
    pixels = np.zeros((4, 4, 4))
    pixels[..., 3] = np.eye(4)
    pixels[..., 0] = 1
    f.add_subplot().imshow(pixels, interpolation="none", aspect="auto")


@figure
def mesh(f: Figure) -> None:
    axes = f.add_subplot()
    axes.pcolormesh(np.linspace(0, 10, 13), np.linspace(0, 5, 9), chance(6).random((8, 12)), cmap="Oranges")


@figure
def mesh_shaded(f: Figure) -> None:
    axes = f.add_subplot()
    axes.pcolormesh(np.arange(6), np.arange(4), chance(7).random((4, 6)), shading="gouraud")


@figure
def triangles_shaded(f: Figure) -> None:
    r = chance(8)
    f.add_subplot().tripcolor(r.random(20), r.random(20), r.random(20), shading="gouraud")


@figure
def mathematics(f: Figure) -> None:
    axes = f.add_subplot()
    axes.text(0.1, 0.5, r"$\sqrt{x_i^2 + \frac{\alpha}{\beta}} \geq \sum_{n=1}^{N} n^{-2}$", size=16)
    axes.set_xlabel(r"$x^2$ in kg m$^{-3}$")


@figure
def log_axes(f: Figure) -> None:
    axes = f.add_subplot()
    axes.loglog(np.logspace(0, 4, 30), np.logspace(0, 3, 30) ** 1.3)
    axes.grid(visible=True, which="both")


@figure
def inset(f: Figure) -> None:
    axes = f.add_subplot()
    axes.plot(np.arange(50), np.arange(50) ** 2)
    small = axes.inset_axes((0.1, 0.5, 0.35, 0.4), xlim=(10, 14), ylim=(80, 220))
    small.plot(np.arange(50), np.arange(50) ** 2, "o-")
    axes.indicate_inset_zoom(small)


@figure
def pie_and_ring(f: Figure) -> None:
    left, right = f.subplots(1, 2)
    left.pie([3, 4, 5], labels=["Kamer", "Senaat", "Sejm"], autopct="%d%%")
    right.pie([3, 4, 5, 2], wedgeprops={"width": 0.45, "edgecolor": "w"})


@figure
def polar(f: Figure) -> None:
    axes = f.add_subplot(projection="polar")
    axes.plot(np.linspace(0, 12, 200), np.linspace(0, 1, 200))
    axes.bar(np.arange(0, 6), 0.6, width=0.5, alpha=0.4)


@figure
def error_bars(f: Figure) -> None:
    f.add_subplot().errorbar(range(6), [2, 4, 3, 6, 5, 8], yerr=0.8, xerr=0.2, capsize=4, fmt="s")


@figure
def arrows_of_a_field(f: Figure) -> None:
    x, y = np.meshgrid(np.arange(8), np.arange(5))
    axes = f.add_subplot()
    field = axes.quiver(x, y, np.cos(x), np.sin(y))
    axes.quiverkey(field, 0.9, 1.05, 1, "1 m/s", labelpos="E")


@figure
def contours_filled(f: Figure) -> None:
    x, y = np.meshgrid(np.linspace(-3, 3, 60), np.linspace(-2, 2, 40))
    axes = f.add_subplot()
    lines = axes.contour(x, y, np.exp(-(x**2) - y**2), colors="k", linewidths=0.5)
    axes.contourf(x, y, np.exp(-(x**2) - y**2), cmap="Greens")
    axes.clabel(lines)


@figure
def broken_bars(f: Figure) -> None:
    axes = f.add_subplot()
    axes.broken_barh([(1, 3), (6, 2)], (0, 4))
    axes.broken_barh([(0, 2), (3, 4)], (6, 4), facecolors=("tab:orange", "tab:green"))


@figure
def stems_and_steps(f: Figure) -> None:
    left, right = f.subplots(1, 2, sharey=True)
    left.stem(range(8), [1, 3, 2, 5, 4, 6, 3, 2])
    right.step(range(8), [1, 3, 2, 5, 4, 6, 3, 2], where="post", lw=2)


@figure
def boxes_and_violins(f: Figure) -> None:
    left, right = f.subplots(1, 2)
    data = chance(9).normal(size=(60, 3))
    left.boxplot(data, notch=True, patch_artist=True)
    right.violinplot(data, showmedians=True)


@figure
def hexagons(f: Figure) -> None:
    r = chance(10)
    f.add_subplot().hexbin(r.normal(size=800), r.normal(size=800), gridsize=16, cmap="Purples")


@figure
def twin_axes_with_legends(f: Figure) -> None:
    axes = f.add_subplot()
    axes.plot([1, 4, 2], label="tonnes")
    other = axes.twinx()
    other.plot([10, 20, 60], "--", color="#b4500b", label="hectares")
    other.spines["right"].set_visible(True)
    axes.legend(loc="upper left", title="Left")
    other.legend(loc="lower right", frameon=True, shadow=True)


@figure
def annotations_with_arrows(f: Figure) -> None:
    axes = f.add_subplot()
    axes.plot([1, 3, 2, 5])
    for style, x in (("->", 0.5), ("fancy", 1.5), ("wedge", 2.5)):
        axes.annotate(
            f"“{style}” – peak",
            (x, 3),
            (x - 0.3, 4.4),
            arrowprops={"arrowstyle": style, "connectionstyle": "arc3,rad=.3"},
            bbox={"boxstyle": "round", "fc": "#eaf2f1", "ec": "#0b5c55"},
        )


@figure
def table_under_bars(f: Figure) -> None:
    axes = f.add_axes((0.15, 0.4, 0.8, 0.5))
    axes.bar(range(3), [3, 1, 2])
    axes.set_xticks([])
    axes.table(cellText=[["1", "2", "3"], ["4", "5", "6"]], rowLabels=["North", "South"], colLabels=["a", "b", "c"])


@figure
def text_in_all_ways(f: Figure) -> None:
    f.text(0.1, 0.9, "Left\ntwo lines of text", va="top")
    f.text(0.9, 0.9, "Right, in\nthree\nlines", va="top", ha="right", style="italic")
    f.text(0.5, 0.5, "Bold at 45°", rotation=45, weight="bold", ha="center", va="center", size=14)
    f.text(0.1, 0.3, "Semibold, AVATAR To. Кириллица", weight="semibold", color="#b4500b")
    f.text(0.1, 0.1, "Italic fallback: Ćevapi Жуч Ωμέγα ≥ → ✓", style="italic", alpha=0.6)
    f.text(0.97, 0.5, "upwards", rotation=90, va="center")
    f.text(0.6, 0.1, "boxed", bbox={"facecolor": "none", "edgecolor": "k", "linestyle": "--"})


@figure
def haloed_text(f: Figure) -> None:
    from matplotlib.patheffects import withStroke

    axes = f.add_subplot()
    axes.imshow(chance(11).random((5, 8)), aspect="auto")
    axes.text(3, 2, "Over anything", size=20, color="k", path_effects=[withStroke(linewidth=3, foreground="w")])


@figure
def many_shapes(f: Figure) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.patches import Arc, Ellipse, FancyArrowPatch, Polygon, Wedge

    axes = f.add_subplot(xlim=(0, 10), ylim=(0, 5))
    axes.add_patch(Ellipse((2, 2), 3, 1, angle=30, fc="#8fc0ba", ec="k", ls=":"))
    axes.add_patch(Arc((5, 2), 2, 3, theta1=20, theta2=260, lw=2))
    axes.add_patch(Wedge((7, 3), 1, 20, 300, width=0.4, alpha=0.5, ec="k", lw=2))
    axes.add_patch(Polygon([(8, 1), (9, 4), (9.5, 1)], fill=False, joinstyle="round", lw=4))
    axes.add_patch(FancyArrowPatch((1, 4), (4, 4), arrowstyle="simple", mutation_scale=20))
    axes.add_collection(
        LineCollection([[(0, 0), (10, 1)], [(0, 0.5), (10, 1.5)]], linewidths=[1, 3], linestyles=["--", ":"])
    )


@figure
def hand_drawn(f: Figure) -> None:
    axes = f.add_subplot()
    (line,) = axes.plot([0, 1, 2], [0, 2, 1])
    line.set_sketch_params(1, 100, 2)


@figure
def markers_of_all_kinds(f: Figure) -> None:
    axes = f.add_subplot()
    for x, marker in enumerate(["o", "v", "x", "+", "*", "h", "|", "$\\alpha_1$", "P", "."]):
        axes.plot([x, x, x], [0, 1, 2], marker=marker, ls="", ms=9, mfc="#8fc0ba", alpha=0.7, mew=1, fillstyle="left")


@figure
def text_cut_by_the_frame(f: Figure) -> None:
    axes = f.add_subplot(xlim=(0, 1), ylim=(0, 1))
    axes.text(0.9, 0.5, "This is cut at the frame", clip_on=True, size=14)
