#!/bin/sh
# Double-click on macOS (and on Linux desktops that run scripts) to start Dasbor Lokmin.
cd "$(dirname "$0")" || exit 2
for python in python3.13 python3.12 python3.11 python3; do
  if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    exec "$python" jalankan.py "$@"
  fi
done
echo 'Python 3.11 atau yang lebih baru belum terpasang. Unduh dari python.org, pasang, lalu klik dua kali berkas ini lagi.'
printf 'Tekan Enter untuk menutup.'
read -r _
exit 2
