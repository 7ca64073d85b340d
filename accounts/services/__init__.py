from accounts.services.initiatives import create_initiative, create_user

__all__ = ["create_initiative", "create_user"]
