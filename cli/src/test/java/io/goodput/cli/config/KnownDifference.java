package io.goodput.cli.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a decoder refuses and its JSON Schema lets pass, each told by the decoder's message. All else that they judge
 * differently is a fault of one of them.
 */
enum KnownDifference {
    /** A regular expression says how a duration looks, not how long it is. */
    BOUNDS_OF_QUANTITIES(": (below|above|longer|higher|larger|finer|out of range).*\\(expected: a (duration|rate|share|size)"),

    /** JSON knows the value of a number, not how it was written: {@code 1e3}, {@code 0x10} and {@code 3.0} are numbers. */
    SPELLING_OF_NUMBERS(": a number (is written out|with )|: not a whole number"),

    /** The bounds of these keys are other keys' values. */
    RELATIONS("\\b(cap|interval|longest|patience|soft|min-calls|initial|max|needed|first|size|max-overlap|capacity): "
            + "\\S+: (above|below) "),

    /** What concerns several keys or several items at a time. */
    SEVERAL_AT_A_TIME("twice \\(|does not end after|together|more than a year's"),

    /** A schema has no memory of the names that were given elsewhere in the file. */
    NAMES("unknown (service|zone|population|class|variant|metric|operation)|no such endpoint|not configured"),

    /** Expressions are a language of their own, which a regular expression does not parse. */
    EXPRESSIONS("unknown distribution|missing (factor|argument)|: nothing more"),

    /** Text that is only blanks looks like any other. */
    BLANK_NAMES("blank \\(expected: a name\\)");

    private final Pattern message;

    KnownDifference(String message) {
        this.message = Pattern.compile(message);
    }

    static Optional<KnownDifference> of(String message) {
        return Arrays.stream(values())
                .filter(each -> each.message.matcher(message).find())
                .findFirst();
    }
}
