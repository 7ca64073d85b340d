"""What the script of a following screen asks for."""


def follow(client, address, page):
    """The answer to a poll from `page`, which shows what its mark says."""
    mark = page.context["mark"]
    return client.get(address, headers={"X-Follow": "1", "If-None-Match": f'"{mark}"'})
