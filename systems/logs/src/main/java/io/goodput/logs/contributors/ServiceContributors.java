package io.goodput.logs.contributors;

import java.util.List;

/**
 * What is known of one service's contributors, by one facet or several, as a file or a terminal shows it.
 *
 * @param services all that there are, this one too
 * @param start of the first interval, in microseconds since 1970
 * @param width of each, in microseconds
 * @param intervals how many there are
 * @param tops the first of each facet that was asked for, in the order in which they are to stand
 */
public record ServiceContributors(
        String service, List<String> services, long start, long width, long intervals, List<TopContributors> tops) {}
