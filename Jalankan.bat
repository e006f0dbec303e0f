@echo off
rem Double-click to start Dasbor Lokmin. A portable folder brings its own Python; else the installed one is used.
cd /d "%~dp0"
if exist "python\python.exe" (
  "python\python.exe" jalankan.py %*
  goto selesai
)
where py >nul 2>nul
if not errorlevel 1 (
  py -3 jalankan.py %*
  goto selesai
)
where python >nul 2>nul
if not errorlevel 1 (
  python jalankan.py %*
  goto selesai
)
echo Python belum terpasang. Unduh Python 3.11 atau yang lebih baru dari python.org,
echo centang "Add python.exe to PATH" saat memasang, lalu klik dua kali berkas ini lagi.
pause
exit /b 2
:selesai
if errorlevel 1 pause
