package io.goodput.vector;

import io.goodput.property.Choices;
import io.goodput.property.Gen;
import java.util.List;

/** Requests as somebody might write them who wants two servers to read them differently. */
public final class MutatedMessages implements Gen<String> {
    private static final int LONGEST = 400;

    /** What an attack is made of. */
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            " ",
            "\t",
            "\u000b",
            "\f",
            ":",
            ";",
            ",",
            "\"",
            "0",
            "1",
            "3",
            "a",
            "A",
            "x",
            "+",
            "-",
            "_",
            "%",
            "%2e",
            "/",
            "//",
            "..",
            "*",
            "\u00e9",
            "\u0085",
            "\u007f",
            "\r\n\r\n",
            "0\r\n\r\n",
            "3\r\nabc\r\n",
            ";a=\"",
            "0x",
            "ffffffffffffffff",
            "Content-Length: 3\r\n",
            "Content-Length: 0\r\n",
            "Content-Length: 5\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer_Encoding: chunked\r\n",
            "Connection: close, Host, Content-Length, a\r\n",
            "Connection: upgrade\r\nUpgrade: websocket\r\n",
            "Connection: keep-alive\r\n",
            "TE: trailers\r\n",
            "Trailer: A\r\n",
            "Expect: 100-continue\r\n",
            "Host: b\r\n",
            "Forwarded: for=\"\r\n",
            "X-Forwarded-For: 1\r\n",
            "x-goodput-tenant: t\r\n",
            "A: b\r\n",
            "Cookie: c=d\r\n",
            "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
            " HTTP/1.1",
            "HTTP/1.0",
            "POST",
            "HEAD",
            "http://b/c",
            "?q=1&r=%00",
            "chunked",
            "gzip, chunked");

    private static final Gen<String> STARTS = Gen.of(RequestVector.ALL.stream()
            .map(RequestVector::text)
            .filter(text -> text.length() < LONGEST)
            .toList());
    private static final Gen<String> PIECE = Gen.of(PIECES);
    private static final Gen<Integer> MUTATIONS = Gen.ints(0, 4);

    /** Of any kind. */
    public MutatedMessages() {}

    @Override
    public String from(Choices choices) {
        var text = new StringBuilder(STARTS.from(choices));
        for (int left = MUTATIONS.from(choices); left > 0; left--) {
            mutate(text, choices);
        }
        return text.toString();
    }

    private static void mutate(StringBuilder text, Choices choices) {
        int at = (int) choices.next(text.length(), chance -> chance.nextInt(text.length() + 1));
        int until = Math.min(text.length(), at + Gen.ints(0, 8).from(choices));
        switch (Gen.ints(0, 5).from(choices)) {
            case 0 -> text.insert(at, PIECE.from(choices));
            case 1 -> text.replace(at, until, PIECE.from(choices));
            case 2 -> text.delete(at, until);
            case 3 -> text.insert(at, text.substring(at, until));
            case 4 -> atLine(text, at, PIECE.from(choices));
            default -> text.append(text, at, until);
        }
    }

    /** Most mutations of the middle of a word come to nothing; this one comes to a line of its own. */
    private static void atLine(StringBuilder text, int at, String piece) {
        int line = text.indexOf("\r\n", at);
        text.insert(line < 0 ? at : line + 2, piece);
    }
}
