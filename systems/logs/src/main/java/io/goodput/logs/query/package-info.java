/**
 * Questions to records, in SQL: which tables there are and what their columns mean, the questions that come again and
 * again, and who asks them. In: files, bounds of time, a question. Out: a table. From "Instrumenting distributed
 * systems for operational visibility", and the log insights that SVS407 asks.
 */
package io.goodput.logs.query;
