package io.goodput.load.http;

import io.goodput.load.RequestOutcome;
import java.io.IOException;

/** No answer came: no connection, a broken one, or not in time. */
public final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1;

    private final RequestOutcome answer;

    UnansweredException(RequestOutcome answer) {
        super(answer.label());
        this.answer = answer;
    }

    /** How it ended. */
    public RequestOutcome answer() {
        return answer;
    }
}
