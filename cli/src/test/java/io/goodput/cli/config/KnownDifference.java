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
    BOUNDS_OF_QUANTITIES(
            ": (below|above|longer|higher|larger|finer|out of range).*\\(expected: a (duration|rate|share|size)"),

    /**
     * JSON knows the value of a number, not how it was written: {@code 1e3}, {@code 0x10} and {@code 3.0} are numbers.
     */
    SPELLING_OF_NUMBERS(": a number (is written out|with )|: not a whole number|: (1e3|0x10): unknown "),

    /** A schema knows no environment, and takes a text with a variable in it for whatever should stand there. */
    VARIABLES("is not set|is never closed|: (5|300ms|5ms|standard|\\$\\{UNSET}): "),

    /** The bounds of these keys are other keys' values. */
    RELATIONS("\\b(cap|interval|longest|patience|soft|min-calls|initial|max|needed|first|size|max-overlap|capacity): "
            + "\\S+: (above|below) "),

    /** What concerns several keys or several items at a time. */
    SEVERAL_AT_A_TIME(
            "each name once|large: \\S+ with small|: has |together|not for these arrivals|beside |without |ends (at|before)|starts at"
                    + "|overlaps|different|in the wrong order|does not end after| is no | are no "),

    /** A schema has no memory of the names that were given elsewhere in the file. */
    NAMES(
            "a service that it calls|which is not there|unknown"
                    + " (service|zone|population|policy|variant|operation|upstream|key \\S+ in)|no such endpoint|is one endpoint"),

    /** How a host, a path, an address or an origin looks, a regular expression would say to nobody's use. */
    ADDRESSES(
            "gateway\\..*(no (end|origin|range of addresses|token)|more than one end|can be reached from other machines"
                    + "|with hedge|balance with endpoints|certificate and key"
                    + "|\\(expected: (a (path such|name, and|token)|an (address|IP)|without a port|301, ))"),

    /** Expressions are a language of their own, which a regular expression does not parse. */
    EXPRESSIONS("\\b(latency|each-way|across-zones|think|by|claims\\[\\d+]|metric(\\[\\d+])?): "),

    /** The values of a sweep are for the keys whose paths they stand behind. */
    SWEEPS(": vary\\."),

    /** Whether what is left after a variant's changes is whole depends on what they are laid over. */
    VARIANTS("variants\\..*(missing key|found nothing)"),

    /**
     * Which of its two forms a scenario is in, whether a service does one thing or several, and what variants bring of
     * a workload.
     */
    FORMS("missing key (latency|policies|services?|workload|rate|clients|every)( |$)"),

    /** Text that is only blanks looks like any other. */
    BLANK_NAMES("(: blank|cannot be a name) \\(expected: printable text");

    private final Pattern message;

    KnownDifference(String message) {
        this.message = Pattern.compile(message);
    }

    /**
     * What a schema refuses and the decoder does not: it is never read, or read as text although YAML has another word.
     */
    private static final Pattern OF_SCHEMA = Pattern.compile(
            // A variant may take away what is not there.
            "^/variants/.*property .* is not defined"
                    // The values of a sweep replace the one that is written, which is never read.
                    + "|^/(workload|clients/users)/rate: "
                    // A name such as true.
                    + "|boolean found, string expected|null found"
                    // Quotes make no text of a number.
                    + "|string found, (integer|number|boolean) expected");

    static boolean isOfSchema(String error) {
        return OF_SCHEMA.matcher(error).find();
    }

    static Optional<KnownDifference> ofDecoder(String message) {
        return Arrays.stream(values())
                .filter(each -> each.message.matcher(message).find())
                .findFirst();
    }
}
