package io.goodput.vector;

import java.util.ArrayList;
import java.util.List;

/** The table of {@link RequestVector}, by what is odd about them. */
final class RequestVectors {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    private final List<RequestVector> all = new ArrayList<>();

    private RequestVectors() {}

    static List<RequestVector> all() {
        var table = new RequestVectors();
        table.good();
        table.lengths();
        table.codings();
        table.chunkSizes();
        table.chunkEnds();
        table.trailers();
        table.lineEnds();
        table.fields();
        table.requestLines();
        table.targets();
        table.hosts();
        table.paths();
        table.limits();
        return List.copyOf(table.all);
    }

    private void accepted(String name, String text, String seen) {
        all.add(new RequestVector(name, text, 200, null, seen));
    }

    private void refused(String name, int status, String fault, String text, String seen) {
        all.add(new RequestVector(name, text, status, fault, seen));
    }

    private void good() {
        accepted("a GET", GET + "\r\n", "RFC 9112, 2.1");
        accepted("a GET of HTTP/1.0 without a Host", "GET / HTTP/1.0\r\n\r\n", "RFC 1945, 5");
        accepted("one empty line before it", "\r\n" + GET + "\r\n", "RFC 9112, 2.2");
        accepted("blanks around a value", GET + "A: \t b \t\r\n\r\n", "RFC 9112, 5");
        accepted("an empty value", GET + "A:\r\n\r\n", "RFC 9110, 5.5");
        accepted("high bytes in a value", GET + "A: \u00e9\r\n\r\n", "RFC 9110, 5.5");
        accepted("a Content-Length", POST + "Content-Length: 3\r\n\r\nabc", "RFC 9112, 6.2");
        accepted("a Content-Length of 0", POST + "Content-Length: 0\r\n\r\n", "RFC 9112, 6.2");
        accepted("a Content-Length with zeros ahead", POST + "Content-Length: 003\r\n\r\nabc", "RFC 9110, 8.6");
        accepted("the largest Content-Length", POST + "Content-Length: 9223372036854775807\r\n\r\n", "RFC 9110, 8.6");
        accepted("chunks", CHUNKED + "3\r\nabc\r\n0\r\n\r\n", "RFC 9112, 7.1");
        accepted("Chunked in upper case", POST + "Transfer-Encoding: CHUNKED\r\n\r\n0\r\n\r\n", "RFC 9112, 7");
        accepted("a chunk extension", CHUNKED + "3;a=b\r\nabc\r\n0\r\n\r\n", "Helidon 4.5.0 never answers");
        accepted("a quoted chunk extension", CHUNKED + "3;a=\"b;c\"\r\nabc\r\n0\r\n\r\n", "RFC 9112, 7.1.1");
        accepted("a chunk size of 16 digits", CHUNKED + "0000000000000003\r\nabc\r\n0\r\n\r\n", "RFC 9112, 7.1");
        accepted("a last chunk of several zeros", CHUNKED + "000\r\n\r\n", "RFC 9112, 7.1");
        accepted("a trailer", CHUNKED + "0\r\nX-Sum: 1\r\n\r\n", "Helidon 4.5.0 answers 400 and goes on");
        accepted(
                "chunks that begin like a request",
                CHUNKED + "23\r\n" + SMUGGLED.substring(0, 0x23) + "\r\n0\r\n\r\n",
                "");
        accepted("an expectation", POST + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\na", "RFC 9110, 10.1.1");
    }

    private void lengths() {
        String both = POST + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX";
        refused("CL and TE", 400, "LENGTH_AND_CODING", both, "haproxy 2.6 takes TE");
        refused(
                "TE and CL",
                400,
                "LENGTH_AND_CODING",
                POST + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nX",
                "RFC 9112, 6.1");
        length("CL empty", "LENGTH_SYNTAX", "");
        length("CL with a plus", "LENGTH_SYNTAX", "+3");
        length("CL with a minus", "LENGTH_SYNTAX", "-3");
        length("CL in hex", "LENGTH_SYNTAX", "0x3");
        length("CL in hex digits", "LENGTH_SYNTAX", "a");
        length("CL with an underscore", "LENGTH_SYNTAX", "1_0");
        length("CL with a space inside", "LENGTH_SYNTAX", "1 0");
        length("CL with a point", "LENGTH_SYNTAX", "3.0");
        length("CL with a high digit", "LENGTH_SYNTAX", "\u00b2");
        length("CL quoted", "LENGTH_SYNTAX", "\"3\"");
        length("CL with a control character ahead", "FIELD_VALUE", "\u000b3");
        length("CL as a list of one value", "LENGTH_TWICE", "3, 3");
        length("CL as a list of two values", "LENGTH_TWICE", "3, 4");
        length("CL with a comma behind", "LENGTH_TWICE", "3,");
        length("CL of 2^63", "LENGTH_RANGE", "9223372036854775808");
        length("CL of 2^64 and 3", "LENGTH_RANGE", "18446744073709551619");
        length("CL of 30 digits", "LENGTH_RANGE", "100000000000000000000000000003");
        length("CL twice, the same", "LENGTH_TWICE", "3\r\nContent-Length: 3");
        length("CL twice, not the same", "LENGTH_TWICE", "3\r\nContent-Length: 4");
        length("CL twice, in another case", "LENGTH_TWICE", "3\r\ncontent-length: 4");
    }

    private void length(String name, String fault, String value) {
        refused(name, 400, fault, POST + "Content-Length: " + value + "\r\n\r\nabc", "JDK, RFC 9110, 8.6");
    }

    private void codings() {
        coding("TE xchunked", 400, "CODING", "xchunked", "Undertow 2.4.4, Armeria 1.40");
        coding("TE identity", 400, "CODING", "identity", "Armeria 1.40");
        coding("TE chunked, identity", 400, "CODING", "chunked, identity", "Undertow 2.4.4");
        coding("TE ,chunked", 400, "CODING", ",chunked", "RFC 9112, 6.3");
        coding("TE chunked,", 400, "CODING", "chunked,", "RFC 9112, 6.3");
        coding("TE chunked, chunked", 400, "CODING", "chunked, chunked", "RFC 9112, 7");
        coding("TE \"chunked\"", 400, "CODING", "\"chunked\"", "RFC 9112, 7");
        coding("TE chunked;q=1", 400, "CODING", "chunked;q=1", "RFC 9112, 7");
        coding("TE empty", 400, "CODING", "", "RFC 9112, 6.3");
        coding("TE gzip", 400, "CODING", "gzip", "RFC 9112, 6.3");
        coding("TE gzip, chunked", 501, "CODING_UNKNOWN", "gzip, chunked", "Netty leaves it to the caller");
        coding("TE identity, chunked", 501, "CODING_UNKNOWN", "identity, chunked", "RFC 9112, 6.1");
        coding("TE \\x0bchunked", 400, "FIELD_VALUE", "\u000bchunked", "JDK");
        coding("TE chunked\\x00", 400, "NUL", "chunked\0", "RFC 9110, 5.5");
        coding("TE twice", 400, "CODING", "chunked\r\nTransfer-Encoding: chunked", "Armeria 1.40");
        coding("TE twice, one unknown", 400, "CODING", "chunked\r\nTransfer-Encoding: x", "Armeria 1.40");
        coding("TE folded", 400, "FOLDED", "\r\n chunked", "Netty unfolds");
        refused(
                "TE in HTTP/1.0",
                400,
                "CODING_IN_1_0",
                "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "RFC 9112, 6.1");
        refused(
                "TE with a space before the colon",
                400,
                "FIELD_NAME",
                POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "RFC 9112, 5.1");
    }

    private void coding(String name, int status, String fault, String value, String seen) {
        refused(name, status, fault, POST + "Transfer-Encoding: " + value + "\r\n\r\n0\r\n\r\n" + SMUGGLED, seen);
    }

    private void chunkSizes() {
        size("chunk size +3", "CHUNK_SIZE", "+3", "Helidon 4.5.0");
        size("chunk size -3", "CHUNK_SIZE", "-3", "RFC 9112, 7.1");
        size("chunk size 0x3", "CHUNK_SIZE", "0x3", "RFC 9112, 7.1");
        size("chunk size with a space ahead", "CHUNK_SIZE", " 3", "RFC 9112, 7.1");
        size("chunk size with a space behind", "CHUNK_SIZE", "3 ", "RFC 9112, 7.1");
        size("chunk size with a tab behind", "CHUNK_SIZE", "3\t", "RFC 9112, 7.1");
        size("chunk size with a space before an extension", "CHUNK_SIZE", "3 ;a", "RFC 9112, 7.1.1");
        size("chunk size empty", "CHUNK_SIZE", "", "RFC 9112, 7.1");
        size("chunk size empty with an extension", "CHUNK_SIZE", ";a=b", "RFC 9112, 7.1");
        size("chunk size 3x", "CHUNK_SIZE", "3x", "RFC 9112, 7.1");
        size("chunk size 3_0", "CHUNK_SIZE", "3_0", "RFC 9112, 7.1");
        size("chunk size with a comma", "CHUNK_SIZE", "3,3", "RFC 9112, 7.1");
        size("chunk size with NUL", "CHUNK_SIZE", "3\0", "RFC 9112, 7.1");
        size("chunk size of 17 digits", "CHUNK_SIZE_DIGITS", "00000000000000003", "RFC 9112, 7.1");
        size("chunk size of 2^63", "CHUNK_SIZE_DIGITS", "8000000000000000", "RFC 9112, 7.1");
        size("chunk size of 2^64 and 3", "CHUNK_SIZE_DIGITS", "10000000000000003", "RFC 9112, 7.1");
    }

    private void size(String name, String fault, String size, String seen) {
        refused(name, 400, fault, CHUNKED + size + "\r\nabc\r\n0\r\n\r\n", seen);
    }

    private void chunkEnds() {
        chunks("chunk line with bare LF", "BARE_LF", "3\nabc\r\n0\r\n\r\n", "nginx 1.22, haproxy 2.6");
        chunks("chunk line with bare CR", "BARE_CR", "3\rabc\r\n0\r\n\r\n", "RFC 9112, 2.2");
        chunks("chunk data with bare LF behind", "CHUNK_END", "3\r\nabc\n0\r\n\r\n", "Undertow 2.4.4");
        chunks("chunk data with bare CR behind", "CHUNK_END", "3\r\nabc\r0\r\n\r\n", "RFC 9112, 7.1");
        chunks("chunk data with two other bytes behind", "CHUNK_END", "3\r\nabcXX0\r\n\r\n", "Helidon 4.5.0");
        chunks("chunk data that goes on", "CHUNK_END", "3\r\nabcd\r\n0\r\n\r\n", "RFC 9112, 7.1");
        chunks("LF in an extension", "BARE_LF", "3;a\nb\r\nabc\r\n0\r\n\r\n", "RFC 9112, 7.1.1");
        chunks("CR in an extension", "BARE_CR", "3;a\rb\r\nabc\r\n0\r\n\r\n", "RFC 9112, 7.1.1");
        chunks("NUL in an extension", "CHUNK_EXTENSION", "3;a\0\r\nabc\r\n0\r\n\r\n", "RFC 9112, 7.1.1");
        chunks("LF in a quoted extension", "BARE_LF", "3;a=\"\n\"\r\nabc\r\n0\r\n\r\n", "CVE-2026-33870");
        chunks("CR in a quoted extension", "BARE_CR", "3;a=\"\r\"\r\nabc\r\n0\r\n\r\n", "CVE-2026-33870");
        chunks("NUL in a quoted extension", "CHUNK_EXTENSION", "3;a=\"\0\"\r\nabc\r\n0\r\n\r\n", "CVE-2026-33870");
        chunks(
                "CR LF in a quoted extension",
                "CHUNK_END",
                "3;a=\"\r\nabcde\"\r\nabc\r\n0\r\n\r\n",
                "CVE-2026-33870: the line ends there all the same");
        chunks(
                "extensions of more than 1 KB",
                "CHUNK_EXTENSION_LENGTH",
                "3;a=" + "b".repeat(1100) + "\r\nabc\r\n0\r\n\r\n",
                "CVE-2023-39326");
        chunks("last chunk with bare LF", "BARE_LF", "0\n\r\n", "RFC 9112, 2.2");
        chunks("end of the body with bare LF", "BARE_LF", "0\r\n\n", "RFC 9112, 2.2");
    }

    private void chunks(String name, String fault, String body, String seen) {
        refused(name, 400, fault, CHUNKED + body, seen);
    }

    private void trailers() {
        for (String name : List.of("Content-Length", "Transfer-Encoding", "Host", "Connection", "X-Goodput-Tenant")) {
            accepted(
                    "a trailer " + name + " that is dropped",
                    CHUNKED + "0\r\n" + name + ": 1\r\n\r\n",
                    "RFC 9110, 6.5.1");
        }
        chunks("a trailer without a colon", "NO_COLON", "0\r\nabc\r\n\r\n", "RFC 9112, 7.1.2");
        chunks("a trailer that is folded", "FOLDED", "0\r\nA: b\r\n c\r\n\r\n", "RFC 9112, 5.2");
        chunks("a trailer with an empty name", "FIELD_NAME", "0\r\n: b\r\n\r\n", "RFC 9112, 5");
        chunks("a trailer with NUL", "NUL", "0\r\nA: \0\r\n\r\n", "RFC 9110, 5.5");
        chunks(
                "a request in place of a trailer",
                "FIELD_NAME",
                "0\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".replace("HTTP/1.1", "HTTP/1.1:"),
                "RFC 9112, 7.1.2");
        refused(
                "101 trailers",
                431,
                "TOO_MANY_FIELDS",
                CHUNKED + "0\r\n" + "A: b\r\n".repeat(101) + "\r\n",
                "RFC 6585, 5");
    }

    private void lineEnds() {
        refused("bare LF after the request line", 400, "BARE_LF", "GET / HTTP/1.1\nHost: a\r\n\r\n", "Jetty");
        refused("bare LF after a field", 400, "BARE_LF", "GET / HTTP/1.1\r\nHost: a\n\r\n", "Jetty 12.1.14");
        refused("bare LF at the end of the head", 400, "BARE_LF", GET + "\n", "Jetty 12.1.14");
        refused("bare LF inside a value", 400, "BARE_LF", GET + "A: b\nC: d\r\n\r\n", "RFC 9112, 2.2");
        refused("bare CR inside a value", 400, "BARE_CR", GET + "A: b\rC: d\r\n\r\n", "RFC 9112, 2.2");
        refused("bare CR at the end of the head", 400, "BARE_CR", GET + "\rX\n", "RFC 9112, 2.2");
        refused("CR CR LF", 400, "BARE_CR", GET + "A: b\r\r\n\r\n", "RFC 9112, 2.2");
        refused("NUL in a value", 400, "NUL", GET + "A: b\0c\r\n\r\n", "JDK");
        refused("NUL in a name", 400, "NUL", GET + "A\0: b\r\n\r\n", "RFC 9110, 5.1");
        refused("two empty lines before it", 400, "EMPTY_LINES", "\r\n\r\n" + GET + "\r\n", "RFC 9112, 2.2");
        refused("an empty line with bare LF before it", 400, "BARE_LF", "\n" + GET + "\r\n", "RFC 9112, 2.2");
    }

    private void fields() {
        refused("obs-fold by a space", 400, "FOLDED", GET + "A: b\r\n c\r\n\r\n", "Netty unfolds");
        refused("obs-fold by a tab", 400, "FOLDED", GET + "A: b\r\n\tc\r\n\r\n", "Netty unfolds");
        refused(
                "a blank before the first field",
                400,
                "FOLDED",
                "GET / HTTP/1.1\r\n Host: a\r\nHost: b\r\n\r\n",
                "RFC 9112, 2.2");
        refused("a space before the colon", 400, "FIELD_NAME", GET + "A : b\r\n\r\n", "RFC 9112, 5.1");
        refused("a tab before the colon", 400, "FIELD_NAME", GET + "A\t: b\r\n\r\n", "RFC 9112, 5.1");
        refused("no colon", 400, "NO_COLON", GET + "abc\r\n\r\n", "RFC 9112, 5");
        refused("an empty name", 400, "FIELD_NAME", GET + ": b\r\n\r\n", "Helidon 4.5.0");
        refused("a name with a space", 400, "FIELD_NAME", GET + "A B: c\r\n\r\n", "RFC 9110, 5.1");
        refused("a name with a bracket", 400, "FIELD_NAME", GET + "A(: c\r\n\r\n", "RFC 9110, 5.1");
        refused("a name with a control character", 400, "FIELD_NAME", GET + "A\u0001: c\r\n\r\n", "CVE-2026-50020");
        refused("a name with a high byte", 400, "FIELD_NAME", GET + "\u00e9: c\r\n\r\n", "RFC 9110, 5.1");
        refused("a value with a control character", 400, "FIELD_VALUE", GET + "A: \u0001\r\n\r\n", "RFC 9110, 5.5");
        refused("a value with DEL", 400, "FIELD_VALUE", GET + "A: \u007f\r\n\r\n", "RFC 9110, 5.5");
        refused("Connection that is no list of tokens", 400, "CONNECTION", GET + "Connection: a b\r\n\r\n", "");
        refused("another expectation", 417, "EXPECTATION", GET + "Expect: a-miracle\r\n\r\n", "RFC 9110, 10.1.1");
    }

    private void requestLines() {
        line("a tab for a space", "START_LINE", "GET\t/\tHTTP/1.1", "Netty 4.2.20");
        line("two spaces", "START_LINE", "GET  / HTTP/1.1", "Netty 4.2.20");
        line("two spaces before the version", "START_LINE", "GET /  HTTP/1.1", "Netty 4.2.20");
        line("a space ahead", "START_LINE", " GET / HTTP/1.1", "RFC 9112, 3");
        line("a space behind", "START_LINE", "GET / HTTP/1.1 ", "RFC 9112, 3");
        line("a space in the target", "START_LINE", "GET /a b HTTP/1.1", "RFC 9112, 3.2");
        line("no version", "START_LINE", "GET /", "RFC 9112, 3");
        line("a method alone", "START_LINE", "GET", "RFC 9112, 3");
        line("a control character ahead", "METHOD", "\u0001GET / HTTP/1.1", "CVE-2026-50020");
        line("a method with a bracket", "METHOD", "G(T / HTTP/1.1", "Helidon 4.5.0 answers 500");
        line("a form feed for a space", "START_LINE", "GET\f/ HTTP/1.1", "RFC 9112, 3");
        line("http in lower case", "VERSION_SYNTAX", "GET / http/1.1", "Netty 4.2.20");
        line("HTTP/1", "VERSION_SYNTAX", "GET / HTTP/1", "RFC 9112, 2.3");
        line("HTTP/1.10", "VERSION_SYNTAX", "GET / HTTP/1.10", "RFC 9112, 2.3");
        line("HTTP/01.1", "VERSION_SYNTAX", "GET / HTTP/01.1", "RFC 9112, 2.3");
        line("HTTP/+1.1", "VERSION_SYNTAX", "GET / HTTP/+.1", "RFC 9112, 2.3");
        refused("HTTP/2.0", 505, "VERSION", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "Netty 4.2.20");
        refused("HTTP/1.2", 505, "VERSION", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", "RFC 9112, 2.3");
        refused("HTTP/0.9", 505, "VERSION", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", "RFC 9112, 2.3");
        refused("CONNECT", 405, "CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", "RFC 9110, 9.3.6");
        refused(
                "a method of 33 characters",
                501,
                "LONG_METHOD",
                "A".repeat(33) + " / HTTP/1.1\r\nHost: a\r\n\r\n",
                "RFC 9112, 3");
    }

    private void line(String name, String fault, String line, String seen) {
        refused(name, 400, fault, line + "\r\nHost: a\r\n\r\n", seen);
    }

    private void targets() {
        line("a fragment", "TARGET_BYTES", "GET /a#b HTTP/1.1", "Netty 4.2.20");
        line("a high byte in the target", "TARGET_BYTES", "GET /\u00e9 HTTP/1.1", "Netty 4.2.20");
        line("a control character in the target", "TARGET_BYTES", "GET /\u0001 HTTP/1.1", "RFC 9112, 3.2");
        line("DEL in the target", "TARGET_BYTES", "GET /\u007f HTTP/1.1", "RFC 9112, 3.2");
        line("a tab in the target", "TARGET_BYTES", "GET /a\tb HTTP/1.1", "RFC 9112, 3.2");
        line("a relative target", "TARGET_FORM", "GET a/b HTTP/1.1", "RFC 9112, 3.2");
        line("an authority for a GET", "TARGET_FORM", "GET a:80 HTTP/1.1", "RFC 9112, 3.2.3");
        line("* for a GET", "TARGET_FORM", "GET * HTTP/1.1", "RFC 9112, 3.2.4");
        line("a URL of another scheme", "TARGET_FORM", "GET ftp://a/ HTTP/1.1", "RFC 9112, 3.2.2");
        line("a URL without a host", "HOST_SYNTAX", "GET http:///a HTTP/1.1", "RFC 9110, 4.2.1");
        line("a URL with a user", "HOST_SYNTAX", "GET http://u:p@a/ HTTP/1.1", "RFC 9110, 4.2.4");
        accepted("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "RFC 9112, 3.2.4");
        accepted("a URL", "GET http://b/c?d HTTP/1.1\r\nHost: a\r\n\r\n", "RFC 9112, 3.2.2");
    }

    private void hosts() {
        refused("no Host", 400, "HOST_MISSING", "GET / HTTP/1.1\r\n\r\n", "Netty 4.2.20");
        refused("two Hosts", 400, "HOST_TWICE", GET + "Host: b\r\n\r\n", "Netty 4.2.20");
        refused("two Hosts, the same", 400, "HOST_TWICE", GET + "host: a\r\n\r\n", "Netty 4.2.20");
        refused("a Host missing beside a URL", 400, "HOST_MISSING", "GET http://a/ HTTP/1.1\r\n\r\n", "RFC 9112, 3.2");
        host("Host empty", "");
        host("Host with a user", "u@a");
        host("Host with a path", "a/b");
        host("Host with a space", "a b");
        host("Host with a comma", "a,b");
        host("Host with two ports", "a:1:2");
        host("Host with an empty port", "a:");
        host("Host with a port in letters", "a:b");
        host("Host with a port of 65536", "a:65536");
        host("Host with a port alone", ":80");
        host("Host with an open bracket", "[::1");
        host("Host with an empty bracket", "[]");
        host("Host with text after the bracket", "[::1]a");
        host("Host with a per cent sign", "a%00b");
        host("Host with a question mark", "a?b");
        host("Host with a high byte", "\u00e9");
        accepted("Host with an IPv6 address", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "RFC 3986, 3.2.2");
    }

    private void host(String name, String host) {
        refused(
                name,
                400,
                "HOST_SYNTAX",
                "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
                "Debian's nginx forwards an @");
    }

    private void paths() {
        line("a path above the root", "PATH_ABOVE_ROOT", "GET /../a HTTP/1.1", "RFC 3986, 5.2.4");
        line("a path above the root, encoded", "PATH_ABOVE_ROOT", "GET /%2e%2E/a HTTP/1.1", "RFC 3986, 6.2.2");
        line("dots behind an encoded slash", "PATH_HIDDEN_DOTS", "GET /a%2f..%2fb HTTP/1.1", "CVE-2021-42013");
        line("dots behind an encoded backslash", "PATH_HIDDEN_DOTS", "GET /a%5c..%5cb HTTP/1.1", "CVE-2021-41773");
        line("dots before parameters", "PATH_HIDDEN_DOTS", "GET /a/..;/b HTTP/1.1", "Tomcat takes it for dots");
        line("a backslash", "PATH_BACKSLASH", "GET /a\\..\\b HTTP/1.1", "RFC 3986, 3.3");
        line("an encoded NUL", "PATH_ENCODING", "GET /a%00 HTTP/1.1", "RFC 3986, 7.3");
        line("a per cent sign alone", "PATH_ENCODING", "GET /a% HTTP/1.1", "RFC 3986, 2.1");
        line("a per cent sign and one digit", "PATH_ENCODING", "GET /a%2/ HTTP/1.1", "RFC 3986, 2.1");
    }

    private void limits() {
        refused(
                "a target of more than 8 KB",
                414,
                "TARGET_LENGTH",
                "GET /" + "a".repeat(8192) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "RFC 9112, 3");
        refused("a target without end", 414, "TARGET_LENGTH", "GET /" + "a".repeat(20_000), "RFC 9112, 3");
        refused("a method without end", 501, "LONG_METHOD", "A".repeat(20_000), "RFC 9112, 3");
        refused("101 fields", 431, "TOO_MANY_FIELDS", GET + "A: b\r\n".repeat(100) + "\r\n", "RFC 6585, 5");
        accepted("100 fields", GET + "A: b\r\n".repeat(99) + "\r\n", "Envoy's limit");
        refused(
                "a head of more than 16 KB",
                431,
                "TOO_LARGE",
                GET + "A: " + "b".repeat(17_000) + "\r\n\r\n",
                "Undertow takes 100 KB");
        refused("a field without end", 431, "TOO_LARGE", GET + "A: " + "b".repeat(17_000), "RFC 6585, 5");
    }
}
