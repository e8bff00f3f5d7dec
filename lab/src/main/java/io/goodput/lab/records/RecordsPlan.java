package io.goodput.lab.records;

import io.goodput.sim.Span;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What of a run is written, and where.
 *
 * @param folder where; made if it is not there
 * @param release what stands for the version of all that runs: the variant; null if it is not told
 * @param span what begins in it is written
 * @param sampled whether slow, failed and shed units and a sample of the others are written, as is standard in
 *     production; else all
 * @param limit of the units of work that are written: about there the run ends
 */
public record RecordsPlan(Path folder, @Nullable String release, Span span, boolean sampled, long limit) {}
