package io.goodput.duckdb;

/** A question that could not be answered; the message is for whoever asked it. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Fault {
        /** The question's: not SQL, no such column, not a single SELECT. */
        QUESTION,
        /** It took more time or memory than it may. */
        LIMIT,
        /** What it asks for could not be read. */
        ROWS
    }

    private final Fault fault;

    QueryException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    QueryException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Whose fault it is. */
    public Fault fault() {
        return fault;
    }
}
