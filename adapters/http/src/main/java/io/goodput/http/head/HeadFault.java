package io.goodput.http.head;

/**
 * What is wrong with a head or a body, as one table: the status that says so, words for people, and where the rule is
 * from. The words say nothing of what was sent, which may be a secret or an attack on whoever reads it.
 *
 * <p>The same fault in a response is the origin's, and its client gets a 502 whatever the status here.
 */
public enum HeadFault {
    /** A line ends with LF alone. */
    BARE_LF(400, "a line that does not end with CR LF", "RFC 9112, 2.2"),
    /** CR without LF after it. */
    BARE_CR(400, "a CR that no LF follows", "RFC 9112, 2.2"),
    /** A byte 0. */
    NUL(400, "a NUL byte", "RFC 9110, 5.5"),
    /** More than the one that is forgiven after a body. */
    EMPTY_LINES(400, "more than one empty line before the request line", "RFC 9112, 2.2"),
    /** Not two spaces, or other separators. */
    START_LINE(400, "a first line that is not METHOD TARGET VERSION with one space between", "RFC 9112, 3"),
    /** Not a token. */
    METHOD(400, "a method that is no token", "RFC 9110, 9.1"),
    /** Longer than any there is. */
    LONG_METHOD(501, "a method of more than 32 characters", "RFC 9112, 3"),
    /** Not HTTP/1.1, and no other version either. */
    VERSION_SYNTAX(400, "a version that is not HTTP/1.0 or HTTP/1.1", "RFC 9112, 2.3"),
    /** A version of HTTP that is not spoken here. */
    VERSION(505, "a version of HTTP other than 1.0 and 1.1", "RFC 9110, 15.6.6"),
    /** Bytes outside 0x21 to 0x7E, or a fragment. */
    TARGET_BYTES(400, "a byte in the target that no target may have", "RFC 9112, 3.2"),
    /** None of the four forms, or the form of another method. */
    TARGET_FORM(400, "a target that is neither a path nor a URL of http or https, nor * of OPTIONS", "RFC 9112, 3.2"),
    /** Longer than the limit. */
    TARGET_LENGTH(414, "a target that is too long", "RFC 9112, 3"),
    /** Not two hexadecimal digits after a per cent sign, or an encoded NUL. */
    PATH_ENCODING(
            400, "a path with a per cent sign that no two hexadecimal digits follow, or with %00", "RFC 3986, 2.1"),
    /** What some servers take for a slash. */
    PATH_BACKSLASH(400, "a path with a backslash", "RFC 3986, 3.3"),
    /** Leads out of the root. */
    PATH_ABOVE_ROOT(400, "a path that leads above its root", "RFC 3986, 5.2.4"),
    /** A dot segment to some servers and not to others. */
    PATH_HIDDEN_DOTS(400, "a path with dot segments behind an encoded slash or before parameters", "RFC 3986, 7.3"),
    /** A tunnel to anywhere. */
    CONNECT(405, "CONNECT: this is no forward proxy", "RFC 9110, 9.3.6"),
    /** A line begins with a blank. */
    FOLDED(400, "a folded line", "RFC 9112, 5.2"),
    /** A line of a field without a colon. */
    NO_COLON(400, "a field without a colon", "RFC 9112, 5"),
    /** Empty, or a blank or another byte that is none of a token. */
    FIELD_NAME(400, "a field whose name is no token", "RFC 9110, 5.1"),
    /** A control character. */
    FIELD_VALUE(400, "a control character in a field", "RFC 9110, 5.5"),
    /** Blanks at the ends of a value of HTTP/2. */
    FIELD_BLANKS(400, "blanks at the ends of a field of HTTP/2", "RFC 9113, 8.2.1"),
    /** More lines than the limit. */
    TOO_MANY_FIELDS(431, "too many fields", "RFC 6585, 5"),
    /** More bytes than the limit. */
    TOO_LARGE(431, "a head that is too large", "RFC 6585, 5"),
    /** None where HTTP/1.1 and HTTP/2 ask for one. */
    HOST_MISSING(400, "no Host", "RFC 9112, 3.2"),
    /** More than one. */
    HOST_TWICE(400, "more than one Host", "RFC 9112, 3.2"),
    /** No name or address with an optional port. */
    HOST_SYNTAX(400, "a Host that is no name or address with or without a port", "RFC 9110, 7.2"),
    /** Not the same as the authority of HTTP/2. */
    HOST_DIFFERS(400, "a Host that differs from :authority", "RFC 9113, 8.3.1"),
    /** Both ways to tell where a body ends. */
    LENGTH_AND_CODING(400, "both Content-Length and Transfer-Encoding", "RFC 9112, 6.1"),
    /** More than one line, or a list: the same or not. */
    LENGTH_TWICE(400, "more than one Content-Length", "RFC 9110, 8.6"),
    /** Not digits alone. */
    LENGTH_SYNTAX(400, "a Content-Length that is no number of digits alone", "RFC 9110, 8.6"),
    /** 2⁶³ or more. */
    LENGTH_RANGE(400, "a Content-Length of 2^63 or more", "RFC 9110, 8.6"),
    /** Not exactly one {@code chunked} at the end of it. */
    CODING(400, "a Transfer-Encoding that does not end in chunked, once", "RFC 9112, 6.3"),
    /** A coding that is not spoken here. */
    CODING_UNKNOWN(501, "a transfer coding other than chunked", "RFC 9112, 6.1"),
    /** HTTP/1.0 has none. */
    CODING_IN_1_0(400, "a Transfer-Encoding in HTTP/1.0", "RFC 9112, 6.1"),
    /** Not a list of tokens, or a very long one. */
    CONNECTION(400, "a Connection that is no list of at most 32 tokens", "RFC 9110, 7.6.1"),
    /** Anything but {@code 100-continue}. */
    EXPECTATION(417, "an expectation other than 100-continue", "RFC 9110, 10.1.1"),
    /** Twice what may be there once, or none, or one that nobody knows. */
    PSEUDO_FIELDS(400, "pseudo-header fields that are unknown, missing, twice or late", "RFC 9113, 8.3"),
    /** {@code :protocol} without CONNECT. */
    PROTOCOL(400, "a :protocol that no extended CONNECT has", "RFC 8441, 4"),
    /** Upper case in HTTP/2. */
    UPPER_CASE(400, "a name in upper case in HTTP/2", "RFC 9113, 8.2.1"),
    /** Fields that speak of a connection of HTTP/1.1. */
    CONNECTION_FIELD(400, "a field of the connection in HTTP/2", "RFC 9113, 8.2.2"),
    /** Sign, prefix, blank, nothing, junk after the digits. */
    CHUNK_SIZE(400, "a chunk size that is no hexadecimal number", "RFC 9112, 7.1"),
    /** More digits than a size can have. */
    CHUNK_SIZE_DIGITS(400, "a chunk size of more than 16 digits, or of 2^63 or more", "RFC 9112, 7.1"),
    /** A control character in an extension, quoted or not. */
    CHUNK_EXTENSION(400, "a control character in a chunk extension", "RFC 9112, 7.1.1"),
    /** Longer than 1 KB. */
    CHUNK_EXTENSION_LENGTH(400, "chunk extensions of more than 1 KB", "RFC 9112, 7.1.1"),
    /** Other bytes after the data of a chunk. */
    CHUNK_END(400, "chunk data that CR LF does not follow", "RFC 9112, 7.1"),
    /** More than the limit, told in advance or on the way. */
    BODY_TOO_LARGE(413, "a body that is too large", "RFC 9110, 15.5.14"),
    /** More or fewer bytes than Content-Length tells. */
    BODY_LENGTH(400, "a body that is not as long as its Content-Length", "RFC 9113, 8.1.1"),
    /** A status line that is none. */
    STATUS_LINE(400, "a first line that is not VERSION STATUS REASON", "RFC 9112, 4"),
    /** The other side changes the protocol, and nobody has asked it to. */
    UNASKED_SWITCH(400, "a 101 that nobody asked for", "RFC 9110, 15.2.2");

    private final int status;
    private final String reason;
    private final String source;

    HeadFault(int status, String reason, String source) {
        this.status = status;
        this.reason = reason;
        this.source = source;
    }

    /** Which a request with this fault is answered with. */
    public int status() {
        return status;
    }

    /** In words, to go after "refused:". */
    public String reason() {
        return reason;
    }

    /** The section that the rule is from. */
    public String source() {
        return source;
    }
}
