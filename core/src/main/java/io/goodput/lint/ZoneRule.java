package io.goodput.lint;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link LintRule#ONE_ZONE}: endpoints that are all in the same failure domain. Those in none are not looked at. */
public final class ZoneRule {
    private ZoneRule() {}

    /**
     * The finding, or null.
     *
     * @param subject whose endpoints they are
     * @param setting where they are written; empty where the subject says it
     * @param endpoints how many there are
     * @param zones that they are in; empty for none
     */
    public static @Nullable Finding check(String subject, String setting, int endpoints, Collection<String> zones) {
        Set<String> all = Set.copyOf(zones);
        return all.size() == 1 && !all.contains("")
                ? new Finding(
                        Level.WARNING,
                        LintRule.ONE_ZONE,
                        subject,
                        setting,
                        "all endpoints (" + endpoints + ") are in zone "
                                + all.iterator().next() + ", and are lost with it")
                : null;
    }
}
