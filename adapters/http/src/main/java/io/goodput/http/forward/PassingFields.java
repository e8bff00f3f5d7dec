package io.goodput.http.forward;

import io.goodput.http.head.FieldRole;
import io.goodput.http.head.Fields;
import io.goodput.http.head.HttpVersion;
import java.util.List;
import java.util.Locale;

/** Collects the fields of a head that pass, in their order; names keep their case to HTTP/1.1 and lose it to HTTP/2. */
final class PassingFields {
    private final Fields.Builder passing = new Fields.Builder();
    private final HttpVersion version;
    private final List<String> nominated;
    private final Fields ours;

    /**
     * None so far.
     *
     * @param version of the other side
     * @param nominated what {@code Connection} names, in lower case
     * @param ours which take the place of others
     */
    PassingFields(HttpVersion version, List<String> nominated, Fields ours) {
        this.version = version;
        this.nominated = nominated;
        this.ours = ours;
    }

    void add(String name, String value) {
        passing.add(version == HttpVersion.HTTP_2 ? name.toLowerCase(Locale.ROOT) : name, value);
    }

    /**
     * Whether a field passes that is neither of the hop nor framing. Whoever nominates one of the others does so in
     * vain: they are not the sender's to take away.
     */
    boolean passes(String name, FieldRole role) {
        return !(role == FieldRole.PLAIN && isNominated(name)) && ours.indexOf(name, 0) < 0;
    }

    private boolean isNominated(String name) {
        for (int i = 0; i < nominated.size(); i++) {
            if (nominated.get(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    void addOurs() {
        for (int i = 0; i < ours.size(); i++) {
            add(ours.name(i), ours.value(i));
        }
    }

    Fields build() {
        return passing.build();
    }
}
