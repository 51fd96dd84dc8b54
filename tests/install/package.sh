#!/usr/bin/env bash
# The packages for Debian: whofunds runs in a root where nothing is but it and what it says it depends on.
#   package.sh BUILD VERSION
set -euo pipefail
build=$(realpath "$1") version=$2
scratch=$(mktemp -d -p "$build")
trap 'rm -rf "$scratch"' EXIT
fail() { echo "FAILED: $*"; exit 1; }

cpack --config "$build/CPackConfig.cmake" -B "$scratch/packages" >"$scratch/cpack" || { cat "$scratch/cpack"; exit 1; }
runtime=$(echo "$scratch"/packages/whofunds_"$version"_*.deb)
development=$(echo "$scratch"/packages/libwhofunds-dev_"$version"_*.deb)
dpkg-deb --field "$development" Depends | grep -q "whofunds (= $version).*libicu-dev" || fail "libwhofunds-dev depends on too little"
dpkg-deb --contents "$development" | grep whofundsConfig.cmake >/dev/null || fail "libwhofunds-dev has no CMake package"

# Every library that is linked comes from a package that is named, not by the way of another.
depends=$(dpkg-deb --field "$runtime" Depends Recommends | sed 's/^[A-Za-z]*: //; s/([^)]*)//g; s/|[^,]*//g' | tr ',' '\n' | tr -d ' ')
[ "$(wc -w <<<"$depends")" -ge 10 ] || fail "whofunds depends on: $depends"

# The packages that these are made of, as they are installed here.
declare -A closure=()
waiting=($depends)
while [ ${#waiting[@]} -gt 0 ]; do
  package=${waiting[0]} waiting=("${waiting[@]:1}")
  [ -z "${closure[$package]:-}" ] || continue
  closure[$package]=1
  needs=$(dpkg-query -W -f '${Pre-Depends},${Depends}\n' "$package" 2>/dev/null) || continue  # virtual, or the other choice
  waiting+=($(sed 's/([^)]*)//g; s/|[^,]*//g; s/:any//g' <<<"$needs" | tr ',' ' '))
done

# A root of their files, and of the package. Files of packages are copied: nothing of this machine can be changed.
root=$scratch/root
mkdir -p "$root"/{dev,tmp,proc}
for folder in bin sbin lib lib64; do
  if [ -L /$folder ]; then mkdir -p "$root/usr/$folder"; ln -s "usr/$folder" "$root/$folder"; fi
done
for package in "${!closure[@]}"; do
  dpkg-query -L "$package" 2>/dev/null || true
done | grep -v -e ^/usr/share/doc/ -e ^/usr/share/locale/ -e ^/usr/share/man/ -e ^/usr/share/perl | sort -u |
  while read -r file; do [ -d "$file" ] && [ ! -L "$file" ] || printf '%s\n' "$file"; done |
  tar --create --files-from - --ignore-failed-read 2>/dev/null | tar --extract --keep-directory-symlink -C "$root"
[ ! -e "$root/usr/bin/python3" ] && [ ! -e "$root/work" ] || fail "the root is not clean"


# dpkg installs it, knowing what is there, and so looks whether all that it depends on is.
mkdir -p "$root"/var/lib/dpkg/{info,updates}
for package in "${!closure[@]}"; do
  dpkg-query --status "$package" 2>/dev/null && echo
done >"$root/var/lib/dpkg/status"
unshare --map-root-user dpkg --root="$root" --log="$scratch/dpkg.log" --install "$runtime" >"$scratch/installed" 2>&1 ||
  { cat "$scratch/installed"; fail "dpkg does not install it"; }
dpkg-query --admindir="$root/var/lib/dpkg" --status whofunds | grep -q "^Status: install ok installed" || fail "it is not installed"

mkdir -p "$root/etc"
cp -r /etc/ld.so.conf /etc/ld.so.conf.d "$root/etc/"
# What a trigger or script of a package does when dpkg installs it, not its files: the list of libraries, and of plugins to draw.
ldconfig -r "$root"
# In namespaces of its own, so that what is mounted is gone with it; those who are not root become it there.
in_root() {
  env -i HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 unshare --map-root-user --mount --pid --fork \
    sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$root" "$@"
}
for update in "$root"/usr/sbin/libgvc*-config-update; do in_root "${update#"$root"}" -c; done

[ "$(in_root whofunds --version)" = "whofunds $version" ] || fail "it does not run"
printf 'Northgate Capital invested $5 million in Quickmart.\n\nФонд «Охта» вложил 3 млн рублей в компанию «Кубометр».\n' >"$root/tmp/a.txt"
in_root whofunds build -o /tmp/a.graph /tmp/a.txt
in_root whofunds funders /tmp/a.graph Quickmart | grep -q Northgate || fail "it does not answer"
in_root whofunds funders /tmp/a.graph Кубометр | grep -q Охта || fail "it does not answer in Russian"
for ending in svg png pdf html; do
  in_root whofunds render /tmp/a.graph -o "/tmp/a.$ending" || fail "it does not draw .$ending"
done
in_root whofunds text /tmp/a.pdf | grep Quickmart >/dev/null || fail "it does not read PDF"
echo "whofunds $version runs on ${#closure[@]} packages, $(du -sm "$root" | cut -f1) MB in all"
