"""Owns the names, towns and phrases from which the made-up people are built; all of them invented."""


def listed(text: str, mark: str) -> tuple[str, ...]:
    """The words of a text, parted by a mark."""
    return tuple(text.split(mark))


COMPANY = "Larkspur Ridge Roofing & Gutter (a made-up company)"
SALESPEOPLE = ("Dana Whitfield", "Marcus O'Brien", "Inés Calderón", "Theo Lindqvist", "Ruth Abernathy")
MAIN_SALESPEOPLE = SALESPEOPLE[:4]

FIRST_NAMES = listed(
    "Ada Alan Alice Amara Anders André Anita Beatriz Ben Björn Brenda Brian Carla Cédric Chloë Clara Colin Dalia "
    "Daniel Denise Derek Donna Edith Elena Émile Erik Farah Felix Fiona François Frank Gail Gavin Gloria Grace Greg "
    "Hana Harold Heidi Hugo Ian Irene Ivan Jamal Jane Joan Joel José Judith Karen Karl Kwame Laila Lars Laura Leo "
    "Lydia Magnus Malik Marta Maya Miguel Mona Nadia Nell Noah Nora Olga Omar Oscar Paula Pedro Petra Priya Quinn "
    "Ralph Renée Rita Rosa Sam Sara Seán Selma Simon Sofia Stan Tara Tessa Tom Uma Vera Victor Wanda Will Zoë",
    " ",
)
LAST_NAMES = listed(
    "Abbott|Alvarez|Archer|Baird|Barrow|Beaumont|Becker|Bellamy|Bishop|Brandt|Callahan|Carver|Castillo|Chen|Clarke|"
    "Conway|Crane|D'Angelo|Dalton|De la Cruz|Delgado|Doyle|Drummond|Ekström|Ellis|Engel|Esposito|Farrow|Fournier|"
    "Frost|Gallagher|García|Gibbs|Grant|Greer|Hale|Hansen|Hartley|Haynes|Holloway|Ibarra|Ingram|Jansen|Jarvis|Keane|"
    "Kessler|Kim|Lambert|Larsen|Lefèvre|Lindgren|Lopez|Mahoney|Marsh|McBride|Mercer|Moreau|Müller|Nash|Novak|Nuñez|"
    "O'Brien|O'Neill|Okafor|Olsen|Osei|Pacheco|Park|Patel|Peltier|Quigley|Ramírez|Reyes|Rhodes|Rossi|Sato|Sawyer|"
    "Schäfer|Shaw|Singh|Sloan|Sorensen|Stark|Tanaka|Thorne|Tran|Underhill|Vance|Vargas|Voss|Walsh|Weber|Whitlock|"
    "Yates|Young|Zielke|Zimmer",
    "|",
)

TOWNS = (
    ("Westfield", "01085", "MA"),
    ("Holyoke", "01040", "MA"),
    ("Northampton", "01060", "MA"),
    ("Worcester", "01608", "MA"),
    ("Framingham", "01701", "MA"),
    ("Lowell", "01852", "MA"),
    ("Plymouth", "02360", "MA"),
    ("Quincy", "02169", "MA"),
    ("Providence", "02903", "RI"),
    ("Warwick", "02886", "RI"),
    ("Nashua", "03060", "NH"),
    ("Concord", "03301", "NH"),
    ("Portland", "04101", "ME"),
    ("Brattleboro", "05301", "VT"),
    ("Hartford", "06103", "CT"),
    ("New Haven", "06510", "CT"),
)
STREETS = listed(
    "Mill Street|Canal Road|Foundry Lane|Harbor Avenue|Elm Street|Quarry Road|Union Square|Depot Street|Maple Avenue|"
    "River Road|School Street|Commerce Way|Orchard Lane|Prospect Street|Ferry Road|Granite Drive",
    "|",
)
AREA_CODES = listed("413 508 617 774 978 781 857 339 351 401 603 207 802 203 860 475 959", " ")

FIRST_HALVES = listed(
    "North|Stone|Cedar|Harbor|Silver|Maple|Granite|Iron|Birch|Lake|Copper|Hill|River|Ash|Fox|Elm|Summit|Bay|Oak|"
    "Winter|Pine|Bridge|Amber|Raven|Clear|Mill|Bright|Falcon|Heron|Larch|Quarry|"
    "Juniper|Hazel|Otter|Slate|Thistle|Wren|Aspen|Marble|Sparrow|Willow|Cobalt|Saddle|Meadow|Cinder|Linden",
    "|",
)
SECOND_HALVES = listed("field|gate|view|crest|wood|haven|brook|point|port|ridge|dale|stead|ford|mont|bury|shore", "|")
COMPANY_KINDS = {
    "Property management": ("Property Management", "Residential Group", "Realty Partners", "Estates", "Condo Trust"),
    "Education": ("Academy", "School District", "Day School", "Community College"),
    "Retail": ("Market", "Outfitters", "Hardware", "Furniture", "Garden Center"),
    "Warehouse & logistics": ("Logistics", "Cold Storage", "Freight", "Distribution"),
    "Restaurant": ("Café", "Grill", "Tavern", "– Boulangerie & Café"),
    "Office": ("Dental Group", "Law Office", "Insurance", "Architects", "Veterinary Clinic"),
}

PRODUCTS = (
    "Gutter cleaning",
    "Roof inspection plan",
    "Leak repair",
    "Gutter replacement",
    "Flat roof coating",
    "Full roof replacement",
)
