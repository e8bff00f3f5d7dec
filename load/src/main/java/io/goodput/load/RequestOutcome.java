package io.goodput.load;

/** How one request ended. */
public enum RequestOutcome {
    /** A status of 200 to 299. */
    GOOD("2xx"),
    /** A redirection, which is not followed. */
    REDIRECTED("3xx"),
    /** A status of 400 to 499, a refusal for lack of room (429) among them. */
    REJECTED("4xx"),
    /** A status of 500 to 599, a refusal for lack of room (503) among them. */
    FAILED("5xx"),
    /** No connection came about. */
    NOT_CONNECTED("not connected"),
    /** The whole answer was not there in time. */
    TIMED_OUT("timeout"),
    /** The connection broke, or what came is no answer of HTTP. */
    BROKEN("broken");

    private final String label;

    RequestOutcome(String label) {
        this.label = label;
    }

    /** What a status code says by its first digit. */
    public static RequestOutcome ofStatus(int status) {
        return switch (status / 100) {
            case 2 -> GOOD;
            case 3 -> REDIRECTED;
            case 4 -> REJECTED;
            case 5 -> FAILED;
            default -> BROKEN;
        };
    }

    /** In a word, for reports. */
    public String label() {
        return label;
    }
}
