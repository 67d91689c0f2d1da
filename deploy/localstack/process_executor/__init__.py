"""LocalStack's Lambda functions as processes of this machine, and a record of what they ask of AWS."""
