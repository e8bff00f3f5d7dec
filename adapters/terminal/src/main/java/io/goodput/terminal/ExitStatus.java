package io.goodput.terminal;

/** What the shell learns from a run. A script may tell "the claim is false" from "the question was wrong". */
public final class ExitStatus {
    /** Done; of a lab, every claim holds. */
    public static final int OK = 0;

    /** The lab ran, and what was claimed did not hold. */
    public static final int CLAIM_FAILED = 1;

    /** The probe measured, but what it measured does not support a recommendation. */
    public static final int NOTHING_TO_RECOMMEND = 1;

    /** The load was measured, but what was measured says nothing of the service. */
    public static final int NOT_VALID = 1;

    /** A file that was checked can be used, but has warnings, and was to have none. */
    public static final int WARNED = 1;

    /** A server answered that it is not ready. */
    public static final int NOT_READY = 1;

    /** What was asked for is in none of the files. */
    public static final int NOTHING_FOUND = 1;

    /** An unknown command or option, a file that does not exist or does not say anything valid. */
    public static final int BAD_INPUT = 2;

    /** A question was not answered within its limits of time and memory. */
    public static final int NOT_ANSWERED = 1;

    /** Something that it needs is not there: {@code EX_UNAVAILABLE} of sysexits.h. */
    public static final int UNAVAILABLE = 69;

    /** A defect of this program: {@code EX_SOFTWARE} of sysexits.h. */
    public static final int INTERNAL_ERROR = 70;

    /** What there was to say could not be said, as to a full disk: {@code EX_IOERR}. */
    public static final int NOT_WRITTEN = 74;

    /** Somebody pressed Ctrl-C: 128 and the number of the signal, as shells have it. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
