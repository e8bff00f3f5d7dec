/**
 * Which few endpoints of many a customer is served by, so that two customers seldom share all of theirs.
 *
 * <p>In: a customer's name. Out: its endpoints; and for a plan, how many customers a bad one takes down with it. After
 * the Builders' Library article "Workload isolation using shuffle-sharding"; lattices and searched shards as in Route
 * 53 Infima.
 */
package io.goodput.shard;
