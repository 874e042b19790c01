# The dashboard in a container, without torch: docker compose up, or
#   docker build -t slant . && docker run --rm -p 8501:8501 slant
FROM python:3.11.13-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    HOME=/tmp

WORKDIR /slant
COPY requirements.txt ./
RUN pip install -r requirements.txt

COPY LICENSE app.py serve.py ./
COPY .streamlit/config.toml .streamlit/config.toml
COPY seeds seeds
COPY models models
COPY analysis analysis
COPY store store
COPY api api
COPY dashboard dashboard

# Owns nothing here, so it can change nothing here, but the folder of a newsroom's desk: mount a
# volume there (docs/desk.md).
RUN useradd --system --no-create-home --uid 10001 slant && install --directory --owner=10001 --mode=700 /data
USER 10001
ENV SLANT_DATA=/data

# SLANT_FETCH=0 switches off fetching web addresses.
ENV SLANT_FETCH=1
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]

CMD ["streamlit", "run", "serve.py", "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true", "--server.fileWatcherType=none"]
