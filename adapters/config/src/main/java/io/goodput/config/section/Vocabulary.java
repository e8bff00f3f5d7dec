package io.goodput.config.section;

import java.util.List;

/**
 * The sections that a module brings. It is found by {@link java.util.ServiceLoader}, so a module that is there is
 * known: {@code provides io.goodput.config.section.Vocabulary with …} in its {@code module-info}, and for the class
 * path a line in {@code META-INF/services}.
 */
public interface Vocabulary {

    /** The sections, always the same ones, in the order in which they are written. */
    List<Section<?>> sections();
}
