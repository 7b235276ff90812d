# Gleaner in a container, for this machine alone:
#   docker build --tag gleaner .
#   docker run --rm --publish 127.0.0.1:8501:8501 --volume gleaner:/data gleaner
# Then open http://127.0.0.1:8501. Publish it to other machines only behind something that asks who they are.
FROM python:3.12-slim
ENV GLEANER_HOME=/data
RUN useradd --create-home gleaner && install --directory --owner gleaner /data
WORKDIR /srv/gleaner
COPY requirements.txt .
RUN pip install --no-cache-dir --requirement requirements.txt
COPY . .
USER gleaner
EXPOSE 8501
CMD ["streamlit", "run", "server.py", "--server.address", "0.0.0.0", "--server.port", "8501"]
