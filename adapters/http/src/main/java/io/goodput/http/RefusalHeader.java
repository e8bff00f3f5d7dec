package io.goodput.http;

import io.goodput.Refusal;
import io.goodput.admission.Shed;
import io.goodput.http.head.FieldSyntax;
import io.goodput.http.head.Fields;
import java.util.List;
import java.util.Locale;

/**
 * The header by which a server of the house says, in an answer of 400 and above, that it has refused a request before
 * anybody began to work on it: {@code x-goodput-refused: concurrency-limit}. Whoever reads it may send the request
 * again, here or elsewhere, whatever it asks for; {@link HttpClassifier} takes it for
 * {@link io.goodput.Outcome#NOT_PROCESSED}.
 *
 * <p>Who has asked another server in the meantime says it only if that provably did not begin either
 * ({@link io.goodput.guard.GuardedCall#isUnprocessed}), and takes it out of an answer that it passes on otherwise.
 */
public final class RefusalHeader {
    /** Its name. */
    public static final String NAME = "x-goodput-refused";

    private static final int ERROR = 400;
    private static final int LONGEST = 64;

    private RefusalHeader() {}

    /** What it says of a request that admission has shed. */
    public static String valueOf(Shed reason) {
        return word(reason);
    }

    /** What it says of a call that a guard has dropped. */
    public static String valueOf(Refusal.Reason reason) {
        return word(reason);
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether an answer says so: that of an error, with one value that is a word.
     *
     * @param values of all lines of that name
     */
    static boolean isIn(int status, List<String> values) {
        return status >= ERROR && values.size() == 1 && isWord(values.getFirst());
    }

    /** The same. */
    static boolean isIn(int status, Fields fields) {
        int line = status >= ERROR ? fields.indexOf(NAME, 0) : -1;
        return line >= 0 && fields.indexOf(NAME, line + 1) < 0 && isWord(fields.value(line));
    }

    private static boolean isWord(String value) {
        return value.length() <= LONGEST && FieldSyntax.isToken(value);
    }

    /** The fields without it: of an answer that does not speak for all attempts. */
    public static Fields without(Fields fields) {
        if (fields.indexOf(NAME, 0) < 0) {
            return fields;
        }
        var others = new Fields.Builder();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.name(i).equalsIgnoreCase(NAME)) {
                others.add(fields.name(i), fields.value(i));
            }
        }
        return others.build();
    }
}
