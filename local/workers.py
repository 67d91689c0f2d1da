"""What the HTTP workers load: `gunicorn local.workers:wsgi`."""

from app import app
from local.gateway import Gateway

wsgi = Gateway(app)
