"""Mail of the process. Each message goes to one person and names no other invitee."""

from mobilization.notices.invitations import invitation, reminder

__all__ = ["invitation", "reminder"]
