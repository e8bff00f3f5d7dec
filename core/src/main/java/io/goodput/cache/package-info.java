/**
 * How old an answer may be, who asks for a new one, and what is served while nobody can.
 *
 * <p>In: when a value was loaded, that a load failed, who asks for a key and until when. Out: serve it, load it, wait
 * for who loads it, or fail at once. The values themselves are kept elsewhere. After the Builders' Library article
 * "Caching challenges and strategies": soft and hard time to live, request coalescing, negative caching; early refresh
 * by chance is XFetch (Vattani, Chierichetti, Lowenstein, "Optimal Probabilistic Cache Stampede Prevention", VLDB
 * 2015).
 */
package io.goodput.cache;
