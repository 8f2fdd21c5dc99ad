#!/bin/sh
# Releases of the site on a server, each in a folder of its own; `current` is a link that changes in one step.
#
#   release.sh publish SITE HUB   copy the built folder SITE below HUB/releases, compress it, let HUB/current point to it
#   release.sh rollback HUB       let HUB/current point to the release before
#   release.sh purge HUB          delete every release but the current one (purge.md)
#   release.sh list HUB           the releases, the current one marked
set -eu
KEEP=5

usage() {
	sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
	exit 2
}

releases() { # oldest first
	find "$1/releases" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' | sort
}

current() {
	readlink "$1/current" 2>/dev/null || true
}

point() { # a new link takes the place of the old one by a rename, which is one step
	ln -s "releases/$(basename "$2")" "$1/.current.$$"
	mv -T "$1/.current.$$" "$1/current"
}

publish() {
	site=$1 hub=$2
	[ -s "$site/index.html" ] && [ -s "$site/404.html" ] || { echo "$site holds no built site; nothing was changed" >&2; exit 1; }
	mkdir -p "$hub/releases"
	last=$(releases "$hub" | tail -n 1)
	number=$(basename "${last:-0}" | sed 's/^0*//') # leading zeros would make it octal
	new=$(printf '%s/releases/%06d' "$hub" $((${number:-0} + 1)))
	# Half a copy never gets a release's name: a full disk or a kill leaves the current release alone.
	rm -rf "$hub/releases/.new"
	trap 'rm -rf "$hub/releases/.new"' EXIT
	cp -a "$site" "$hub/releases/.new"
	find "$hub/releases/.new" -type f -size +1k \
		\( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.xml' -o -name '*.svg' -o -name '*.csv' -o -name '*.ics' \) -print0 |
		xargs -0 -r gzip -9 -n -k -f
	mv -T "$hub/releases/.new" "$new"
	point "$hub" "$new"
	releases "$hub" | head -n -$KEEP | while read -r old; do rm -rf "$old"; done
	echo "$new"
}

rollback() {
	before=$(releases "$1" | while read -r one; do
		[ "releases/$(basename "$one")" = "$(current "$1")" ] && break
		echo "$one"
	done | tail -n 1)
	[ -n "$before" ] || { echo "there is no release before the current one; nothing was changed" >&2; exit 1; }
	point "$1" "$before"
	echo "$before"
}

purge() {
	[ -e "$1/current/index.html" ] || { echo "$1 has no current release; nothing was deleted" >&2; exit 1; }
	releases "$1" | while read -r one; do
		[ "releases/$(basename "$one")" = "$(current "$1")" ] || rm -rf "$one"
	done
}

list() {
	releases "$1" | while read -r one; do
		[ "releases/$(basename "$one")" = "$(current "$1")" ] && echo "$one  <- current" || echo "$one"
	done
}

case "${1:-} $#" in
	"publish 3") publish "$2" "$3" ;;
	"rollback 2" | "purge 2" | "list 2") "$1" "$2" ;;
	*) usage ;;
esac
