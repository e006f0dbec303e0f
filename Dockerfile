# Dasbor Lokmin for a district's server.  Build: docker build -t dasbor-lokmin .
# The image holds the pinned requirements with their hashes and the app; data lies in the volume /data or in PostgreSQL.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /opt/dasbor-lokmin

COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt

COPY . .
RUN python -m alat.padat && python -m compileall -q dashboard.py server.py lokmin_data pages
RUN useradd --system --create-home --uid 10001 lokmin && mkdir /data && chown lokmin /data
USER lokmin

ENV LOKMIN_DATA_DIR=/data LOKMIN_JARINGAN=ya
# Memory that is given back leaves the process, as `jalankan.py` sets it.
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 ARROW_DEFAULT_MEMORY_POOL=system
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["python", "-m", "streamlit", "run", "server.py", "--server.address=0.0.0.0", "--server.port=8501"]
