"""The phrases that the paper of the benchmark is made of: parts of sentences, headings, documents. None is a fact."""

from __future__ import annotations

COUNTRIES = ("Albania", "Bosnia and Herzegovina", "Kosovo", "Montenegro", "North Macedonia", "Serbia")
CODES = ("AL", "BA", "XK", "ME", "MK", "RS")
SUBJECTS = (
    "The Commission",
    "The Council",
    "The Parliament",
    "The government",
    "The national assembly",
    "A parliamentary committee",
    "The delegation",
    "The regional cooperation council",
    "The statistical office",
    "The negotiating team",
)
VERBS = (
    "reported",
    "noted",
    "recorded",
    "published",
    "reviewed",
    "set out",
    "described",
    "assessed",
    "confirmed",
    "summarised",
)
OBJECTS = (
    "progress in public procurement",
    "the alignment of environmental law",
    "steps towards judicial reform",
    "the state of negotiations on the internal market",
    "measures on financial control",
    "the transposition of transport rules",
    "the preparation for cohesion policy",
    "changes in energy regulation",
    "the programme for public administration",
    "the framework for statistics",
)
TIMES = (
    "in the second half of the year",
    "after a period of consultation",
    "ahead of the summit in Tirana",
    "during the fourth review",
    "in its annual report",
    "at the request of several members",
    "following the intergovernmental conference",
    "in line with the revised methodology",
)
WHOLE = (
    "The figures remain provisional.",
    "Further detail is expected in the next report.",
    "Several chapters were opened in the same period.",
    "The timetable depends on decisions by the Member States.",
    "No comparable series exists for earlier years.",
    "Administrative capacity was named as the main constraint.",
    "The assessment distinguishes between adoption and application.",
    "Officials in Đakovica, Niš, Kragujevac, Korçë and Šibenik were consulted.",
)
LINKS = (
    "https://commission.europa.eu/document/{:05d}",
    "https://www.consilium.europa.eu/en/press/{:05d}",
    "https://eur-lex.europa.eu/eli/dec/2024/{:05d}",
    "https://www.europarl.europa.eu/doceo/document/A-9-2024-{:05d}",
    "https://data.worldbank.org/indicator/{:05d}",
)
CHAPTERS = (
    ("Background", ("Origins of the policy", "Legal basis"), ("Early agreements", "The Thessaloniki summit")),
    ("The accession process", ("Steps and clusters", "The revised methodology"), ("Screening", "Benchmarks")),
    (
        "State of negotiations",
        ("Frontrunners", "Other applicants"),
        ("Montenegro and Serbia", "Albania and North Macedonia"),
    ),
    ("Economic convergence", ("Income and productivity", "Labour markets"), ("Measuring convergence", "Wages")),
    ("Trade and investment", ("Trade in goods", "Investment flows"), ("Composition", "Services")),
    ("Financial assistance", ("Instruments", "Conditionality"), ("Pre-accession funds", "Disbursement")),
    ("Public opinion and outlook", ("Public opinion", "Scenarios"), ("Trends", "Next steps")),
)
"""Each chapter's heading, those of its two sections, and those of the part of each."""
NEGOTIATED = """
    Free movement of goods|Freedom of movement for workers|Right of establishment and services|Free movement of capital
    Public procurement|Company law|Intellectual property law|Competition policy|Financial services
    Digital transformation and media|Agriculture and rural development|Food safety and veterinary policy
    Fisheries and aquaculture|Transport policy|Energy|Taxation|Economic and monetary policy|Statistics
    Social policy and employment|Enterprise and industrial policy|Trans-European networks
    Regional policy and structural instruments|Judiciary and fundamental rights|Justice, freedom and security
    Science and research|Education and culture|Environment and climate change|Consumer and health protection
    Customs union|External relations|Foreign, security and defence policy|Financial control
    Financial and budgetary provisions|Institutions|Other issues
"""
INSTRUMENTS = (
    "IPA III programmes",
    "Investment framework",
    "Growth plan grants",
    "Growth plan loans",
    "Regional programmes",
    "Technical assistance",
    "Cross-border cooperation",
)
SUMMARY = (
    "Six Western Balkan countries are at different stages of the accession process.",
    "Income per head ranges from 33 to 55 per cent of the EU average.",
    "The growth plan adds EUR 6 billion in grants and loans for 2024 to 2027.",
    "Members may wish to ask how interim benchmarks will be assessed.",
)
DOCUMENTS = (
    ("European Commission", 2024, "Communication on EU enlargement policy", "Brussels"),
    ("European Commission", 2023, "New growth plan for the Western Balkans", "Brussels"),
    ("Council of the EU", 2024, "Conclusions on enlargement", "Brussels"),
    ("European Parliament", 2024, "Resolution on enlargement", "Strasbourg"),
    ("Emerson, M.", 2021, "Staged accession", "CEPS"),
    ("Bieber, F.", 2020, "The Rise of Authoritarianism in the Western Balkans", "Palgrave"),
    ("Vachudova, M.", 2014, "EU leverage and national interests", "JEPP 21(1)"),
    ("Džankić, J.", 2019, "The Europeanisation of the Western Balkans", "Palgrave"),
    ("World Bank", 2024, "Western Balkans Regular Economic Report", "Washington"),
    ("OECD", 2024, "Economic Convergence Scoreboard", "Paris"),
    ("Keil, S.", 2013, "Europeanization, state-building and democratization", "Democratization 20(3)"),
    ("Schimmelfennig, F.", 2020, "Enlargement and differentiated integration", "JCMS 58(1)"),
)
"""Author, year, title, publisher."""
