"""Resumable jobs: results too slow for one request, built in S3 by whichever request or worker comes next."""
