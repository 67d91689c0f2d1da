"""What the HTTP workers load: `gunicorn local.workers:wsgi`."""

from urllib.parse import urlsplit

from app import app
from chalicelib.config import from_environment
from local.gateway import Gateway

wsgi = Gateway(app, below=urlsplit(from_environment().public_url or "").path)
