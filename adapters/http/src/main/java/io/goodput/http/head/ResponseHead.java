package io.goodput.http.head;

/**
 * The head of a response, as plain values.
 *
 * @param version it came in, or goes out in
 * @param status from 100 to 999
 * @param reason in words; may be empty, and is in HTTP/2
 * @param fields without pseudo-header fields
 */
public record ResponseHead(HttpVersion version, int status, String reason, Fields fields) {
    /** Whether another head follows: all of 1xx but 101, after which there is no more HTTP. */
    public boolean isInterim() {
        return status < 200 && status != 101;
    }
}
