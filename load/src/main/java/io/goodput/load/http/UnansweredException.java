package io.goodput.load.http;

import io.goodput.load.Answer;
import java.io.IOException;

/** No answer came: no connection, a broken one, or not in time. */
public final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1;

    private final Answer answer;

    UnansweredException(Answer answer) {
        super(answer.label());
        this.answer = answer;
    }

    /** How it ended. */
    public Answer answer() {
        return answer;
    }
}
