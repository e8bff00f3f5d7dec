package io.goodput.telemetry.expose;

/** Which text Prometheus asks for. */
public enum PrometheusFormat {
    /** The text format of version 0.0.4, which has no exemplars. */
    TEXT("text/plain; version=0.0.4; charset=utf-8"),
    /** OpenMetrics of version 1.0, with exemplars. */
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String contentType;

    PrometheusFormat(String contentType) {
        this.contentType = contentType;
    }

    /** What an answer of that format says it is. */
    public String contentType() {
        return contentType;
    }

    /**
     * What whoever asks would have.
     *
     * @param accept the header of the request, as it came; empty if there was none
     */
    public static PrometheusFormat of(String accept) {
        return accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
    }
}
