#!/bin/sh
# What the tests need besides Python: Debian's Chromium, a Java runtime for the HTML checker, nginx, a reader of PDF structure, and npm packages:
# the HTML checker, the accessibility rules, the language server of editors, and the web form.
set -eu
cd "$(dirname "$0")"

missing=""
command -v "${CHROMIUM:-/usr/bin/chromium}" >/dev/null 2>&1 || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
command -v pdfinfo >/dev/null 2>&1 || missing="$missing poppler-utils"
if [ -n "$missing" ]; then
	echo "installing$missing"
	if ! command -v apt-get >/dev/null 2>&1; then
		echo "This system has no apt-get. Please install:$missing" >&2
		exit 1
	fi
	sudo=""
	[ "$(id -u)" = 0 ] || sudo="sudo"
	$sudo apt-get update -qq
	# shellcheck disable=SC2086
	DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

for folder in . ../admin; do
	stamp=$folder/node_modules/.installed
	if [ ! -e "$stamp" ] || [ "$folder/package-lock.json" -nt "$stamp" ]; then
		echo "installing npm packages of $folder"
		npm ci --prefix "$folder" --silent --no-audit --no-fund --ignore-scripts
		touch "$stamp"
	fi
done
