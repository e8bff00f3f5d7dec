/**
 * A second request after a while, so that a slow first one is not waited for.
 *
 * <p>In: how attempts ended, and when. Out: how long to wait before a hedge and whether there is one to spend. After
 * Dean and Barroso, "The Tail at Scale" (CACM 2013), and Finagle's backup requests.
 */
package io.goodput.hedge;
