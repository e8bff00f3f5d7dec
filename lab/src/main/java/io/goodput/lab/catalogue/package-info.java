/**
 * The scenarios that come with the lab, all together on pages of Markdown that are committed.
 *
 * <p>In: the results of each. Out: a page and its pictures, in which nothing depends on the machine, the number of
 * threads or the time of day, so that a change of any policy shows as a difference.
 */
package io.goodput.lab.catalogue;
