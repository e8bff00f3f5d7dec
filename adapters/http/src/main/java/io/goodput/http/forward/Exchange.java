package io.goodput.http.forward;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;

/**
 * One request and its responses, as a state machine: it is told what has come, and says what becomes of it, and what
 * may be done with both connections when it is over. It does nothing itself. Not thread-safe.
 *
 * <p>The rules: 1xx heads pass while the client can understand them and has asked for them, and there are not too many;
 * a 101 that was asked for ends HTTP; a final head that comes before the request's body has ended passes at once, and
 * neither connection is used again, unless the rest of the body is read within what {@link #requestEnded} is told (RFC
 * 9110, 10.1.1 and 15.2; RFC 9112, 9.3; CVE-2024-24791).
 */
public final class Exchange {
    /** The most interim heads before a final one: an origin that sends more is at fault. */
    public static final int MOST_INTERIM = 16;

    /** What becomes of a head of a response. */
    public enum Fate {
        /** It goes to the client, and another follows. */
        PASS,
        /** The client is not told, and another follows. */
        SWALLOW,
        /** It goes to the client, and its body follows. */
        FINAL,
        /** It goes to the client, and then bytes pass both ways. */
        TUNNEL,
        /** The origin is at fault: the client gets a 502, and the connection to the origin is closed. */
        REFUSE
    }

    private final HttpVersion client;
    private boolean awaitsContinue;
    private boolean requestOver;
    private boolean answered;
    private boolean responseOver;
    private boolean tunnel;
    private boolean broken;
    private boolean cutShort;
    private int interim;
    private boolean clientPersists;
    private boolean originPersists;

    /** A request has been sent on. */
    public Exchange(AcceptedRequest request, ForwardedRequest sent) {
        this.client = request.head().version();
        this.awaitsContinue = request.expectsContinue();
        this.requestOver = !sent.framing().hasBody() || (sent.framing() instanceof Framing.Length(long n) && n == 0);
        this.clientPersists = request.isPersistent();
    }

    /** Bytes of the request's body have come: the client no longer waits for a 100. */
    public void requestBody() {
        awaitsContinue = false;
    }

    /** The whole body of the request has come, and has been sent on or thrown away. */
    public void requestEnded() {
        awaitsContinue = false;
        requestOver = true;
    }

    /** Whether the client holds its body back until it hears a 100, or a final answer. */
    public boolean awaitsContinue() {
        return awaitsContinue && !answered;
    }

    /** A head has come from the origin. */
    public Fate head(AcceptedResponse response) {
        if (answered) {
            broken = true;
            return Fate.REFUSE;
        }
        if (response.framing() instanceof Framing.Tunnel) {
            answered = true;
            tunnel = true;
            return Fate.TUNNEL;
        }
        if (response.head().isInterim()) {
            return interim(response.head().status());
        }
        answered = true;
        cutShort = !requestOver;
        originPersists = response.isPersistent();
        return Fate.FINAL;
    }

    private Fate interim(int status) {
        if (++interim > MOST_INTERIM) {
            broken = true;
            answered = true;
            return Fate.REFUSE;
        }
        if (client == HttpVersion.HTTP_1_0) {
            return Fate.SWALLOW;
        }
        if (status != 100) {
            return Fate.PASS;
        }
        boolean asked = awaitsContinue;
        awaitsContinue = false;
        return asked ? Fate.PASS : Fate.SWALLOW;
    }

    /** The whole body of the response has come. */
    public void responseEnded() {
        responseOver = true;
    }

    /** Bytes have come that belong to nothing, or too few have: nobody knows any more where the next head begins. */
    public void broke() {
        broken = true;
    }

    /** Whether a final head, or a tunnel, has come: no other attempt is possible. */
    public boolean isAnswered() {
        return answered;
    }

    /** Whether both messages are whole. */
    public boolean isOver() {
        return answered && responseOver && requestOver;
    }

    /**
     * Whether the connection to the origin may be used for another request: both messages are whole, the request's was
     * before it was answered, and neither side has said otherwise.
     */
    public boolean isOriginReusable() {
        return isOver() && originPersists && !cutShort && !tunnel && !broken;
    }

    /**
     * Whether the client's next request may be read: the rest of its body has come, or it had none. One that still
     * waits for a 100 may send its body or not, and nobody can tell which.
     */
    public boolean isClientReusable() {
        return answered && requestOver && clientPersists && !tunnel;
    }

    /** We are about to close: the client's connection will not live on. */
    public void drains() {
        clientPersists = false;
    }
}
