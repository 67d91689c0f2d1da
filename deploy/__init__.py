"""How the hub gets into an AWS account: the template around it, and what Chalice's command line lacks. It is not
shipped.
"""
