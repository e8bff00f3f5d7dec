package io.goodput.logs.record;

import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.contributor.TopList;

/**
 * Who most came from in one minute of a process, as it counted itself: sampling leaves nothing out of that.
 *
 * @param list with the bounds of what its summary cannot know
 */
public record ToldContributors(RecordSite origin, Facet by, TopList list) implements LogRecord {}
