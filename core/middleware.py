"""What every request passes: whose it is, the upload limit, and problems told in words."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from core.problems import Problem, sentence


class ClientAddress:
    """Behind a trusted proxy, REMOTE_ADDR becomes the address that the proxy saw.

    The rate limits of the log-in count by it. The header grows at its end, so the first address
    from there that is no proxy of ours is the client's; what stands before it anyone can write.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.networks = [ip_network(text) for text in settings.TRUSTED_PROXY]

    def __call__(self, request):
        direct = request.META.get("REMOTE_ADDR", "")
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        hops = [*(hop.strip() for hop in forwarded.split(",") if hop.strip()), direct]
        strangers = [hop for hop in hops if not self.is_ours(hop)]
        if self.is_ours(direct) and strangers:
            request.META["REMOTE_ADDR"] = strangers[-1]
        return self.get_response(request)

    def is_ours(self, text):
        try:
            address = ip_address(text)
        except ValueError:
            return False
        return any(address in network for network in self.networks)


class RefuseLargeUploads:
    """Refuse a body over UPLOAD_LIMIT from its declared length, before it is read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.UPLOAD_LIMIT:
            limit = settings.UPLOAD_LIMIT // (1024 * 1024)
            text = sentence("upload_too_large", {"limit": limit})
            response = render(request, "problem.html", {"problem": text}, status=413)
            response["Connection"] = "close"
            return response
        return self.get_response(request)


class ShowProblems:
    """A Problem that no form has caught becomes a message on the page the person came from."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Problem):
            return None
        origin = page_of_the_form(request)
        if request.method != "POST" or origin is None:
            return render(request, "problem.html", {"problem": str(exception)}, status=409)
        messages.error(request, str(exception))
        return redirect(origin)


def page_of_the_form(request):
    """The page of this site that the form was on; None where the browser does not say."""
    origin = request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(origin, {request.get_host()}, request.is_secure()):
        return origin
    return None
