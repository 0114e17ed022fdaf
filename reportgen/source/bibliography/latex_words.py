r"""What LaTeX's commands mean in a source, as far as pylatexenc does not know it: signs, styles, accents, names."""

from __future__ import annotations

from reportgen.word_tables import by_name, pairs

SIGNS = {
    **pairs(
        r"""pounds £  euro €  EUR €  lt <  gt >  textless <  textgreater >  textbar |  S §  P ¶  dag †  ddag ‡
        copyright ©  degree °  celsius °C  textcelsius °C  textunderscore _  textasciitilde ~  textasciicircum ^
        textbraceleft {  textbraceright }  lbrace {  rbrace }  textdollar $  textquotedbl "  textquotesingle '
        textprime ′  textexclamdown ¡  textquestiondown ¿  textfractionsolidus ⁄  bullet •  cdot ·  hyphen -
        slash /  fshyp /  dash –  bibrangedash –  textendash –  textemdash —  TeX TeX  LaTeX LaTeX  LaTeXe LaTeX2e
        BibTeX BibTeX  XeTeX XeTeX  ConTeXt ConTeXt  lq ‘  rq ’  glqq „  grqq “  glq ‚  grq ‘  flqq «  frqq »
        og «  fg »  quotedblbase „  quotesinglbase ‚  guillemotleft «  guillemotright »  cdots …  dotsc …
        addcomma ,  addcolon :  adddot .  addslash /  ng ŋ  NG Ŋ  dh ð  DH Ð  th þ  TH Þ  dj đ  DJ Đ  SS SS  AE Æ
        mid |  vert |"""
    ),
    "addspace": " ",
    "adddotspace": ". ",
    **dict.fromkeys(("nobreakspace", "addnbspace", "nbsp"), "\u00a0"),
    **dict.fromkeys(
        (" ", "\n", "\t", "\\", "space", "quad", "qquad", "enspace", "newline", "linebreak", "par", "break"), " "
    ),
    **dict.fromkeys((",", "thinspace", "addthinspace"), "\u2009"),
    **{sign: sign for sign in "%#&_${}|"},
    **dict.fromkeys(("-", "/", "relax", "null", "protect", "allowbreak", "nobreak", "!", "@", "hfill", "unskip"), ""),
    **dict.fromkeys(("cyrchar", "left", "right", "big", "Big", "displaystyle", "textstyle", "limits", "noindent"), ""),
    **dict.fromkeys((":", ";", ">"), " "),
}
"""Commands that print a sign or a name, or nothing at all: they say where words may break and how large they are."""

INSIDE = frozenset(
    """text textrm textup textnormal textsf textsc textmd texttt textls mbox hbox fbox underline uline mathrm mathbf
    mathit mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal boldsymbol bm mathop operatorname ensuremath
    url path nolinkurl lowercase uppercase MakeUppercase MakeLowercase NoCaseChange MakeCapital mkbibacro mkbibname
    textcyr textgreek textlatin oldstylenums natexlab smash overline bar mkbibnamefamily mkbibnamegiven""".split()
)
"""Commands of which what stands in their last braces is printed as it is."""

MARKS = by_name(
    {
        "i": "emph textit textsl mkbibemph mkbibitalic textem",
        "b": "textbf mkbibbold textbold",
        "sub": "textsubscript mkbibsubscript textinferior",
        "sup": "textsuperscript mkbibsuperscript textsuperior",
    }
)
"""Commands whose words get a mark."""

DECLARED = {
    **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), "i"),
    **dict.fromkeys(("bf", "bfseries"), "b"),
    **dict.fromkeys("rm sc scshape sf sffamily tt ttfamily upshape rmfamily normalfont mdseries upright".split(), ""),
    **dict.fromkeys("tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge cyr sloppy".split(), ""),
}
"""Commands for all that follows in their braces."""

QUOTES = {
    **dict.fromkeys(("enquote", "mkbibquote", "textquote", "quote"), ("“", "”")),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
}
"""Commands that put signs round their words."""

ACCENTS = frozenset("' ` ^ \" ~ = . u v H c d b r k t".split())
COMBINED = pairs("t \u0361  textcommabelow \u0326  G \u030f  f \u0311  h \u0309  U \u030e  textogonekcentered \u0328")
"""Accents that pylatexenc lacks, as Unicode combines them."""

ARGUMENTS = {
    **dict.fromkeys((*INSIDE, *MARKS, *QUOTES, *COMBINED), "{"),
    "sqrt": "[{",
    **by_name(
        {
            "{": "noopsort hspace vspace phantom",
            "{{": "href foreignlanguage texorpdfstring textcolor frac tfrac dfrac nicefrac sfrac raisebox "
            "scalebox bibinfo",
        }
    ),
}
"""How many arguments in braces each takes, and "[" where one in brackets may stand first."""

LAST = frozenset("href foreignlanguage textcolor texorpdfstring raisebox scalebox bibinfo".split())
"""Those of ARGUMENTS of which the last one is printed."""

SILENT = frozenset("noopsort hspace vspace phantom".split())
"""Those of which none is: they sort, or leave space."""
