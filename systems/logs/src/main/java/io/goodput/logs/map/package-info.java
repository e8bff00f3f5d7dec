/**
 * Services and their dependencies as a graph, over time. In: records of any services, in any order. Out: nodes and
 * edges, for each interval their figures, which of them are ill, and where they stand in a picture. An edge leads to
 * the service whose units name its attempts as their parents; where nobody does, to a leaf of the name that it was
 * called by.
 *
 * <p>From "Instrumenting distributed systems for operational visibility" (Amazon Builders' Library) and the service map
 * of AWS X-Ray.
 */
package io.goodput.logs.map;
