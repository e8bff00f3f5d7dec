/**
 * What work costs: a file of prices turns what records counted into money, by operation, tenant or release, week by
 * week. In: prices, and figures that SQL added up. Out: a table. What has no price is named as such, and never free.
 */
package io.goodput.logs.cost;
