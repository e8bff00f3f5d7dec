package io.goodput.http.head;

/**
 * A message that is not passed on.
 *
 * @param fault the first that was found
 * @param status which the sender of a request is answered with; 502 to the client, if it is the origin's response
 * @param close whether the connection is closed after that answer: always in HTTP/1.1, where nobody knows any more
 *     where the next message begins; in HTTP/2 only the stream ends
 */
public record HeadRefusal(HeadFault fault, int status, boolean close) implements RequestVerdict, ResponseVerdict {
    private static final int BAD_GATEWAY = 502;

    static HeadRefusal ofRequest(HeadFault fault, HttpVersion version) {
        return new HeadRefusal(fault, fault.status(), version != HttpVersion.HTTP_2);
    }

    static HeadRefusal ofResponse(HeadFault fault, HttpVersion version) {
        return new HeadRefusal(fault, BAD_GATEWAY, version != HttpVersion.HTTP_2);
    }

    /** In words for people, with nothing in it that the sender wrote. */
    public String reason() {
        return fault.reason();
    }
}
