#!/bin/sh
# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

# Installs what the lock file names into a folder of the build. Called as: install-packages.sh SOURCE FOLDER STAMP
set -eu

mkdir -p "$2"
cp "$1/package.json" "$1/package-lock.json" "$2/"
npm ci --prefix "$2" --ignore-scripts --no-audit --no-fund --loglevel=error >"$2/npm.log" 2>&1 || {
  cat "$2/npm.log" >&2
  exit 1
}
touch "$3"
