"""Owns how the CRM knows a lead: status, e-mail, phone, and whether it knows that the lead became a customer."""

from sample_data.generator.leads import Lead


def linked_by(leads: list[Lead]) -> dict[str, str]:
    """How the lead list knows each buyer as a customer: by id, else only by the same e-mail, phone or name."""
    ways = {}
    for number, lead in enumerate(lead for lead in leads if lead.sold):
        contact = lead.contact
        if number % 10 == 3 and contact.email and contact.phone:
            ways[lead.lead_id] = "phone"
        elif number % 4 == 1 and not contact.company:
            ways[lead.lead_id] = "name"
        elif number % 5 == 2 and contact.email:
            ways[lead.lead_id] = "email"
        else:
            ways[lead.lead_id] = "id"
    return ways


def lead_email(lead: Lead, way: str) -> str | None:
    """The e-mail the CRM has: another one for those known by phone only, none for those known by name."""
    if way == "phone":
        return f"{lead.contact.email.split('@')[0]}.private@mail.example"
    return None if way == "name" else lead.contact.email


def lead_phone(lead: Lead, way: str) -> str | None:
    """The phone the CRM has, in its own spelling."""
    if way == "name" or not lead.contact.phone:
        return None
    digits = "".join(sign for sign in lead.contact.phone if sign.isdigit())
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"


def status(lead: Lead) -> str:
    """The word of the CRM for how far the lead is."""
    if lead.sold:
        return "Customer"
    if lead.asked:
        return "Lost" if lead.refused else "Quote sent"
    return "Contacted" if lead.nurtured else "New"
